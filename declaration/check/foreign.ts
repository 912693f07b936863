import type { Draft } from "../draft/draft";
import { nodesAbove, organizationalUnitsOf, rootPath } from "../organizational-units";
import { didYouMean } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

/** What others manage is not declared as well: two owners would undo each other's work. */
export function checkForeign({ zone, accounts, accountsComplete }: Draft): readonly Problem[] {
  const foreign = zone?.file.foreign;
  if (!zone || !foreign) return [];
  const declared = zone.file.organizationalUnits ? organizationalUnitsOf(zone.file.organizationalUnits) : [];
  const units = foreign.organizationalUnits.flatMap((path, index): Problem[] => {
    const below = declared.find((unit) => nodesAbove(unit.path).includes(path));
    if (below === undefined) return [];
    const message = `${below.path} is declared under organizationalUnits; what is foreign is nobody's here`;
    return [problemAt(zone.source, ["foreign", "organizationalUnits", index], "LF1901", message)];
  });
  const owners = new Map(Object.entries(foreign.accounts).map(([id, { email }]) => [email.toLowerCase(), id] as const));
  const emails = accounts.flatMap(({ source, account: { email } }): Problem[] => {
    const id = email === undefined ? undefined : owners.get(email.toLowerCase());
    if (id === undefined) return [];
    return [
      problemAt(source, ["email"], "LF1902", `the foreign account ${id} has this email; declare it in one place`),
    ];
  });
  const targets = [
    rootPath,
    ...declared.map(({ path }) => path),
    ...accounts.flatMap(({ account: { name } }) => name ?? []),
  ];
  const attachedToUnknown = (): readonly Problem[] =>
    Object.entries(foreign.policies).flatMap(([id, { attachedTo }]) =>
      attachedTo.flatMap((target, index): Problem[] => {
        if (targets.includes(target)) return [];
        const message = `there is no unit or account ${target}${didYouMean(target, targets)}`;
        return [problemAt(zone.source, ["foreign", "policies", id, "attachedTo", index], "LF1903", message)];
      }),
    );
  return [...units, ...emails, ...(accountsComplete && zone.file.organizationalUnits ? attachedToUnknown() : [])];
}
