import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of the repository, to break and to run tests in. */
export interface Checkout {
  /** Whether the tests pass with another text in place of a file's. */
  readonly passes: (tests: readonly string[], file: string, change: (text: string) => string) => boolean;
  readonly remove: () => void;
}

/** Copies what tests read; packages are linked. */
export function checkout(root: string): Checkout {
  const copy = mkdtempSync(join(tmpdir(), "landfall-without-"));
  const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (listed.status !== 0) throw new Error(`git lists no files: ${listed.stderr}`);
  const files = listed.stdout.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
  for (const file of files) cpSync(join(root, file), join(copy, file), { recursive: true, verbatimSymlinks: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  const passes: Checkout["passes"] = (tests, file, change) => {
    const path = join(copy, file);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, change(text));
    try {
      const jest = join(copy, "node_modules/.bin/jest");
      const { status, error } = spawnSync(jest, ["--runInBand", "--silent", "--bail", ...tests], {
        cwd: copy,
        stdio: "ignore",
      });
      if (error) throw error;
      return status === 0;
    } finally {
      writeFileSync(path, text);
    }
  };
  return { passes, remove: () => rmSync(copy, { recursive: true, force: true }) };
}
