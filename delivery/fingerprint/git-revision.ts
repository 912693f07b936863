import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../declaration/user-error";

/** The root of the git repository that holds a directory, as its real path; undefined when it is in none. */
export function repositoryOf(directory: string): string | undefined {
  const root = git(directory, ["rev-parse", "--show-toplevel"]);
  return root === undefined ? undefined : realpathSync(root);
}

/**
 * The commit a revision names.
 * @throws UserError when the repository has no such revision
 */
export function commitOf(repository: string, revision: string): string {
  const commit = git(repository, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (commit !== undefined) return commit;
  throw new UserError(
    `the repository has no revision ${revision}`,
    "Name a commit, branch or tag that was fetched; in GitHub Actions give actions/checkout `fetch-depth: 0`.",
  );
}

/**
 * Calls back with a directory that holds every file of a commit, and removes it. Neither the repository's index nor its working tree
 * is touched; unlike `git archive`, nothing is left out that .gitattributes marks `export-ignore`.
 */
export async function withCheckout<T>(
  repository: string,
  commit: string,
  use: (directory: string) => T | Promise<T>,
): Promise<T> {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "landfall-revision-")));
  try {
    const tree = join(scratch, "tree");
    const options = {
      cwd: repository,
      env: { ...process.env, GIT_INDEX_FILE: join(scratch, "index") },
      stdio: "ignore",
    } as const;
    execFileSync("git", ["read-tree", commit], options);
    execFileSync("git", ["checkout-index", "--all", "--quiet", `--prefix=${tree}/`], options);
    return await use(tree);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What git prints; undefined when it refuses. */
function git(cwd: string, args: readonly string[]): string | undefined {
  const { error, status, stdout } = spawnSync("git", args, { cwd, encoding: "utf8" });
  if (error) throw new UserError(`git cannot be run: ${error.message}`, "Install git.");
  return status === 0 ? stdout.trim() : undefined;
}
