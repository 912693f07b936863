import { nodesAbove } from "./organizational-units";
import type { AccountFile } from "./schema/account";
import type { LandingZoneFile } from "./schema/landing-zone";

type Assignments = LandingZoneFile["identity"]["assignments"];

/** Who has which permission sets in an account: what its file gives, and every assignment that names it or a unit above it. */
export function accessOf(
  assignments: Assignments,
  { name, organizationalUnit, access }: Pick<AccountFile, "name" | "organizationalUnit" | "access">,
): Readonly<Record<string, readonly string[]>> {
  const nodes = nodesAbove(organizationalUnit);
  const here = assignments.filter(
    ({ organizationalUnits, accounts }) =>
      accounts.includes(name) || organizationalUnits.some((unit) => nodes.includes(unit)),
  );
  const all = new Map(Object.entries(access));
  for (const { group, permissionSets } of here)
    all.set(group, [...new Set([...(all.get(group) ?? []), ...permissionSets])]);
  return Object.fromEntries(all);
}
