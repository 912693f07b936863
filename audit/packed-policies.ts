import type { LandingZone } from "../declaration/model";
import type { Policy } from "../engine/policy/policy";
import { attachedPolicies, type PolicyType } from "../policies/attached";
import { policyOf } from "./audited-guardrails";

/** A policy as AWS will hold it. */
export interface PackedPolicy {
  readonly name: string;
  readonly type: PolicyType;
  readonly policy: Policy;
  readonly units: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
}

/** @throws UserError when a target's guardrails do not fit AWS's quotas */
export function packedPolicies(zone: LandingZone): readonly PackedPolicy[] {
  return attachedPolicies(zone).map(({ name, type, document, units, accounts }) => ({
    name,
    type,
    policy: policyOf(document, type, name),
    units: new Set(units),
    accounts: new Set(accounts),
  }));
}
