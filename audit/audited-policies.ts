import type { LandingZone } from "../declaration/model";
import { type PolicyType, attachedPolicies } from "../policies/attached";
import type { Policy } from "../engine/policy/policy";
import type { PolicyKind } from "../engine/policy/policy-kind";
import { readPolicy } from "../engine/policy/read-policy";

/** A guardrail's own policy, before packing, and what it is attached to. */
export interface AuditedPolicy {
  readonly type: PolicyType;
  readonly guardrail: string;
  /** Minified JSON. */
  readonly document: string;
  readonly policy: Policy;
  /** `root`, paths of organizational units. */
  readonly units: readonly string[];
  /** Names of single accounts. */
  readonly accounts: readonly string[];
}

const kinds: Readonly<Record<PolicyType, PolicyKind>> = {
  SERVICE_CONTROL_POLICY: "service-control-policy",
  RESOURCE_CONTROL_POLICY: "resource-control-policy",
};

const read = new WeakMap<LandingZone, readonly AuditedPolicy[]>();

/** The policies of a zone's guardrails, read by the engine. */
export function auditedPolicies(zone: LandingZone): readonly AuditedPolicy[] {
  const policies =
    read.get(zone) ??
    attachedPolicies(zone).map(({ type, guardrails, document, units, accounts }) => ({
      type,
      guardrail: guardrails.join("+"),
      document,
      policy: policyOf(document, type, guardrails.join("+")),
      units,
      accounts,
    }));
  read.set(zone, policies);
  return policies;
}

/** @throws Error for a document that is no policy: the zone's own were checked when it was loaded, the catalogue's are Landfall's */
function policyOf(document: string, type: PolicyType, guardrail: string): Policy {
  const result = readPolicy(document, kinds[type]);
  if ("policy" in result) return result.policy;
  throw new Error(`guardrail ${guardrail} is no policy: ${result.faults.map(({ message }) => message).join("; ")}`);
}
