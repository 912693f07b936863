import { existsSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { readZoneFrom } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import { formatProblem } from "../../declaration/problem/problem";
import { findProject, type Project } from "../../declaration/project";
import { readDirectory } from "../../declaration/source/read-directory";
import { UserError } from "../../declaration/user-error";
import { type Code, readCode } from "./code";
import { type Changes, compareTrees, everything } from "./compare";
import { commitOf, repositoryOf, withCheckout } from "./git-revision";

/**
 * The stacks that differ between a revision and the working tree, as it stands: changes that are not committed count.
 *
 * Both trees are read by today's loader. Where the revision cannot be compared every stack is changed, and the reason says why. The
 * project's code is compared when it is in the repository of the zone.
 *
 * @param zone the zone of the directory as it is now
 * @throws UserError when the directory is in no git repository, that has no such revision, or the project's code does not parse
 */
export async function changedSince(
  { zone, directory, project }: { readonly zone: LandingZone; readonly directory: string; readonly project: Project },
  revision: string,
): Promise<Changes> {
  const repository = repositoryOf(directory);
  if (repository === undefined) {
    throw new UserError(
      `${directory} is in no git repository, so nothing says what changed since ${revision}`,
      "Run it in a clone, or without --changed-since.",
    );
  }
  const commit = commitOf(repository, revision);
  const root = realpathSync(project.directory);
  const isInside = inside(repository, root);
  const now = codeOf(root, isInside ? repository : root);
  if ("why" in now) throw new UserError(`${now.why}, so nothing says what changed`, "Put the project's code right.");
  const { code } = now;
  return withCheckout(repository, commit, (tree) => {
    const zoneThen = zoneOf(join(tree, relative(repository, realpathSync(directory))));
    if ("why" in zoneThen) return everything(zone, `${revision} cannot be compared: ${zoneThen.why}`);
    const codeThen = isInside ? codeOf(join(tree, relative(repository, root)), tree) : { code };
    if ("why" in codeThen) return everything(zone, `${revision} cannot be compared: ${codeThen.why}`);
    return compareTrees({ zone: zoneThen.zone, code: codeThen.code }, { zone, code });
  });
}

function inside(parent: string, path: string): boolean {
  return path === parent || path.startsWith(parent + sep);
}

type Unusable = { readonly why: string };

function zoneOf(directory: string): { readonly zone: LandingZone } | Unusable {
  if (!existsSync(directory)) return { why: "the zone was not there" };
  const result = readZoneFrom(readDirectory(directory));
  if ("zone" in result) return result;
  const [first] = result.problems;
  return { why: `its zone does not load: ${first ? formatProblem(first) : ""}` };
}

function codeOf(directory: string, root: string): { readonly code: Code } | Unusable {
  const project = existsSync(join(directory, "cdktf.json")) ? findProject(directory) : undefined;
  if (project === undefined) return { why: "there is no project" };
  try {
    return { code: readCode(project, root) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { why: `the project's code cannot be read: ${message.replace(/\s*\n\s*/g, " ")}` };
  }
}
