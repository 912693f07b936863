import { nodesAbove } from "../../declaration/organizational-units";
import type { OrganizationalUnitTree } from "../../declaration/schema/landing-zone";
import type { LiveUnit } from "../../live/live-tree";
import { controlTowerUnits } from "./control-tower";
import type { LiveEstate } from "./live-estate";

/** An organisation's units: those the zone declares, and the highest of those it leaves to others. */
export interface DividedUnits {
  readonly declared: readonly LiveUnit[];
  readonly foreign: readonly LiveUnit[];
  /** Whether a path is a foreign unit or below one. */
  readonly isForeign: (path: string) => boolean;
}

export function divideUnits({ organization, governance }: LiveEstate): DividedUnits {
  const theirs = new Set(controlTowerUnits(organization, governance).map(({ path }) => path));
  const isForeign = (path: string): boolean => nodesAbove(path).some((node) => theirs.has(node));
  return {
    declared: organization.units.filter(({ path }) => !isForeign(path)),
    foreign: organization.units.filter(({ path }) => {
      const [lowest, ...above] = nodesAbove(path).toReversed();
      return lowest !== undefined && theirs.has(lowest) && !above.some((node) => theirs.has(node));
    }),
    isForeign,
  };
}

/** Paths as the nested names a zone declares. */
export function unitTree(paths: readonly string[]): OrganizationalUnitTree {
  const tree: OrganizationalUnitTree = {};
  for (const path of [...paths].sort()) {
    let at = tree;
    for (const key of path.split("/")) at = at[key] ??= {};
  }
  return tree;
}
