import { existsSync, realpathSync } from "node:fs";
import { join, relative } from "node:path";
import { readZoneFrom, type ZoneResult } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import { formatProblem } from "../../declaration/problem/problem";
import { readDirectory } from "../../declaration/source/read-directory";
import { UserError } from "../../declaration/user-error";
import { commitOf, repositoryOf, withCheckout } from "./git-revision";

/** Reads the zone of a directory; in problems the directory has the name it is `shown` by. */
export type ReadZone = (directory: string, shown: string) => ZoneResult;

const asItIs: ReadZone = (directory, shown) => readZoneFrom(readDirectory(directory), shown);

/**
 * The zone of a directory as it was at a revision, read by today's loader. The working tree is not touched.
 * @throws UserError when the directory is in no git repository, that has no such revision, or the zone was not there or does not load
 */
export async function zoneAt(directory: string, revision: string, read: ReadZone = asItIs): Promise<LandingZone> {
  const repository = repositoryOf(directory);
  if (repository === undefined) {
    throw new UserError(`${directory} is in no git repository`, "Run it in a clone, or name two directories.");
  }
  const commit = commitOf(repository, revision);
  const within = relative(repository, realpathSync(directory));
  return withCheckout(repository, commit, (tree) => {
    if (!existsSync(join(tree, within))) {
      throw new UserError(`at ${revision} there is no ${directory}`, "Name a revision that has the zone.");
    }
    const result = read(join(tree, within), `${revision}:${within}`);
    if ("zone" in result) return result.zone;
    const problems = result.problems.map(formatProblem).join("\n");
    throw new UserError(
      `the zone at ${revision} does not load:\n${problems}`,
      "Name a revision with a zone that loads.",
    );
  });
}
