import type { IdKey } from "./ids";
import type { LandingZone } from "./model";
import { quarantineUnit } from "./names";
import { rootPath } from "./root-path";

/** What moving new accounts to the quarantine names. */
export function quarantineKeys(zone: Pick<LandingZone, "organization" | "accounts">): readonly IdKey[] {
  if (!zone.organization.quarantineNewAccounts) return [];
  const staying = atRoot(zone).map((name): IdKey => `account/${name}`);
  return ["organization", "root", `organizational-unit/${quarantineUnit}`, ...staying];
}

/** Members that belong at the root. */
export function atRoot({ accounts }: Pick<LandingZone, "accounts">): readonly string[] {
  return accounts
    .filter(({ organizationalUnit, roles }) => organizationalUnit === rootPath && !roles.includes("management"))
    .map(({ name }) => name);
}
