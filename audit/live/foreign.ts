import type { LandingZone } from "../../declaration/model";
import type { LivePolicy } from "../../live/live-governance";
import type { LiveAccount, LiveUnit } from "../../live/live-tree";

/** Whether a unit is declared as somebody else's, or is below one. */
export function isForeignPath({ foreign }: LandingZone, path: string): boolean {
  return foreign.organizationalUnits.some((unit) => `${path}/`.startsWith(`${unit}/`));
}

/** Whether an account is declared as somebody else's, by its id or by the unit it is in. */
export function isForeignAccount(zone: LandingZone, { id, unitPath }: Pick<LiveAccount, "id" | "unitPath">): boolean {
  return id in zone.foreign.accounts || isForeignPath(zone, unitPath);
}

/** Whether a policy is declared as somebody else's, or is attached to nothing but what is. */
export function isForeignPolicy(
  zone: LandingZone,
  strangers: { readonly units: readonly LiveUnit[]; readonly accounts: readonly LiveAccount[] },
  { id, targets }: Pick<LivePolicy, "id" | "targets">,
): boolean {
  if (id in zone.foreign.policies) return true;
  const others = new Set([
    ...strangers.units.filter(({ path }) => isForeignPath(zone, path)).map((unit) => unit.id),
    ...strangers.accounts.filter((account) => isForeignAccount(zone, account)).map((account) => account.id),
  ]);
  return targets.length > 0 && targets.every((target) => others.has(target));
}
