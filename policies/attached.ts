import type { LandingZone } from "../declaration/model";
import { policyName } from "../declaration/names";
import { compileGuardrails } from "./compile";

export type PolicyType = "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";

/** A policy as AWS Organizations will hold it, and what it is attached to. */
export interface ZonePolicy {
  readonly type: PolicyType;
  /** Its name in AWS, unique among those of its type. */
  readonly name: string;
  readonly description: string;
  /** Minified JSON. */
  readonly document: string;
  /** Names of the guardrails that it says, at least one. */
  readonly guardrails: readonly string[];
  /** `root`, paths of organizational units. */
  readonly units: readonly string[];
  /** Names of single accounts. */
  readonly accounts: readonly string[];
}

/**
 * What AWS will hold on each node: every policy of the zone's guardrails. FullAWSAccess, RCPFullAWSAccess and what others attached are not
 * among them.
 *
 * @throws UserError when a policy, or what is attached to one target, is over AWS's quota
 */
export function attachedPolicies(zone: LandingZone): readonly ZonePolicy[] {
  return compileGuardrails(zone).map(({ guardrail, description, document, attachTo, accounts }) => ({
    type: "SERVICE_CONTROL_POLICY",
    name: policyName(zone, guardrail),
    description,
    document,
    guardrails: [guardrail],
    units: attachTo,
    accounts,
  }));
}
