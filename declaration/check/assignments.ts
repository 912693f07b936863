import type { Draft } from "../draft/draft";
import { organizationalUnitsOf, rootPath } from "../organizational-units";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { type Path, problemAt } from "../source/source";

/** Assignments name groups, permission sets, units and accounts that the zone declares. */
export function checkAssignments({ zone, accounts, accountsComplete }: Draft): readonly Problem[] {
  const identity = zone?.file.identity;
  if (!zone || !identity) return [];
  const tree = zone.file.organizationalUnits;
  const units = tree && [rootPath, ...organizationalUnitsOf(tree).map(({ path }) => path)];
  const names = accountsComplete ? accounts.flatMap(({ account }) => account.name ?? []) : undefined;
  return identity.assignments.flatMap((assignment, index): Problem[] => {
    const problems: Problem[] = [];
    const unknown = (
      path: Path,
      code: Problem["code"],
      what: string,
      name: string,
      known: readonly string[] | undefined,
    ): void => {
      if (!known || known.includes(name)) return;
      const remedy = didYouMean(name, known) || `; declared: ${listed(known)}`;
      const place = ["identity", "assignments", index, ...path];
      problems.push(problemAt(zone.source, place, code, `the ${what} ${name} is not declared${remedy}`));
    };
    const { group, permissionSets, organizationalUnits, accounts: single } = assignment;
    unknown(["group"], "LF1410", "group", group, Object.keys(identity.groups));
    permissionSets.forEach((set, at) =>
      unknown(["permissionSets", at], "LF1411", "permission set", set, Object.keys(identity.permissionSets)),
    );
    organizationalUnits.forEach((unit, at) =>
      unknown(["organizationalUnits", at], "LF1734", "organizational unit", unit, units),
    );
    single.forEach((name, at) => unknown(["accounts", at], "LF1734", "account", name, names));
    if (organizationalUnits.length + single.length === 0) {
      const message = `${group} is assigned nowhere; name organizationalUnits or accounts`;
      problems.push(problemAt(zone.source, ["identity", "assignments", index], "LF1735", message));
    }
    return problems;
  });
}
