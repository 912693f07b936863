import { managementPolicyTypes } from "../declaration/management-policies";
import type { LandingZone } from "../declaration/model";
import { attachedPolicies } from "./attached";

/** A policy of any type as AWS holds it: its name, and where it is attached. */
export interface AttachedPolicy {
  /** AWS's name of the type. */
  readonly type: string;
  readonly name: string;
  readonly units: readonly string[];
  readonly accounts: readonly string[];
}

/** Everything the zone attaches: guardrails as they are packed, and the policies that set things up. */
export function everyAttachedPolicy(zone: LandingZone): readonly AttachedPolicy[] {
  const settingUp = zone.policies.map(({ name, type, attachTo, accounts }) => ({
    type: managementPolicyTypes[type].type,
    name: `${zone.organization.name}-${name}`,
    units: attachTo,
    accounts,
  }));
  return [...attachedPolicies(zone), ...settingUp];
}
