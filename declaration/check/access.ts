import type { Draft } from "../draft/draft";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

/** Access names groups and permission sets that the zone declares. */
export function checkAccess({ zone, accounts }: Draft): readonly Problem[] {
  const identity = zone?.file.identity;
  if (!identity) return [];
  const groups = Object.keys(identity.groups);
  const permissionSets = Object.keys(identity.permissionSets);
  return accounts.flatMap(({ source, account }) =>
    Object.entries(account.access ?? {}).flatMap(([group, sets]): Problem[] => {
      const problems: Problem[] = [];
      if (!groups.includes(group)) {
        const remedy = didYouMean(group, groups) || `; declared: ${listed(groups)}`;
        problems.push(
          problemAt(source, ["access", group], "LF1410", `the group ${group} is not declared${remedy}`, "key"),
        );
      }
      for (const [index, set] of sets.entries()) {
        if (permissionSets.includes(set)) continue;
        const remedy = didYouMean(set, permissionSets) || `; declared: ${listed(permissionSets)}`;
        const message = `the permission set ${set} is not declared${remedy}`;
        problems.push(problemAt(source, ["access", group, index], "LF1411", message));
      }
      return problems;
    }),
  );
}
