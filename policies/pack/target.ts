import type { LandingZone } from "../../declaration/model";
import { rootPath } from "../../declaration/root-path";
import { type GuardrailPolicyType, quotaOf } from "../../declaration/policy-quotas";
import type { CompiledGuardrail } from "../compile";
import type { ZonePolicy } from "../zone-policy";
import type { Room } from "./fill";

/** What policies are attached to. */
export type Target = { readonly unit: string } | { readonly account: string };

/** The root, every unit, every account, in the zone's order. */
export function targetsOf(zone: LandingZone): readonly Target[] {
  return [
    { unit: rootPath },
    ...zone.organizationalUnits.map(({ path }) => ({ unit: path })),
    ...zone.accounts.map(({ name }) => ({ account: name })),
  ];
}

export function isAttached(
  { attachTo, accounts }: Pick<CompiledGuardrail, "attachTo" | "accounts">,
  target: Target,
): boolean {
  return "unit" in target ? attachTo.includes(target.unit) : accounts.includes(target.account);
}

/** Whether a policy, packed or not, is attached to a target. */
export function isAttachedTo({ units, accounts }: Pick<ZonePolicy, "units" | "accounts">, target: Target): boolean {
  return isAttached({ attachTo: units, accounts }, target);
}

/** As messages call it: accounts are told from units of the same name. */
export function nameOf(target: Target): string {
  return "unit" in target ? target.unit : `the account ${target.account}`;
}

/** Names of the policies others attached to a target, as far as the declaration says. */
export function foreignOn({ foreign }: LandingZone, target: Target, type: GuardrailPolicyType): readonly string[] {
  const name = "unit" in target ? target.unit : target.account;
  return Object.values(foreign.policies)
    .filter((policy) => policy.type === type && policy.attachedTo.includes(name))
    .map((policy) => policy.name);
}

/** What a target has room for beside AWS's own policy, those of others and the zone's policies that keep their own names. */
export function roomOn(zone: LandingZone, target: Target, type: GuardrailPolicyType, own: number): Room {
  const { bytes, attached } = quotaOf(type, zone.organization.quotas);
  return { bytes, policies: attached - 1 - foreignOn(zone, target, type).length - own };
}
