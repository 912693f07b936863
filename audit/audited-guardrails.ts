import type { LandingZone } from "../declaration/model";
import { nodesAbove } from "../declaration/organizational-units";
import type { Policy } from "../engine/policy/policy";
import type { PolicyKind } from "../engine/policy/policy-kind";
import { readPolicy } from "../engine/policy/read-policy";
import type { Claim } from "../policies/claim";
import { compileGuardrails, guardrailNamed } from "../policies/compile";
import type { PolicyType } from "../policies/attached";

/** A guardrail's own policy, before packing, what it claims, and what it binds. */
export interface AuditedGuardrail {
  readonly name: string;
  readonly type: PolicyType;
  readonly policy: Policy;
  /** Whether the policy is a file of the zone's own, so that its places are places of that file. */
  readonly isOwn: boolean;
  readonly claims: readonly Claim[];
  /** `root`, paths of organizational units. */
  readonly units: ReadonlySet<string>;
  /** Names of single accounts. */
  readonly accounts: ReadonlySet<string>;
  /** Names of the accounts it binds: below its units or its own, and never the management account. */
  readonly binds: readonly string[];
}

const kinds: Readonly<Record<PolicyType, PolicyKind>> = {
  SERVICE_CONTROL_POLICY: "service-control-policy",
  RESOURCE_CONTROL_POLICY: "resource-control-policy",
};

const known = new WeakMap<LandingZone, readonly AuditedGuardrail[]>();

/** A zone's guardrails, read by the engine, in the zone's order. */
export function auditedGuardrails(zone: LandingZone): readonly AuditedGuardrail[] {
  const guardrails = known.get(zone) ?? made(zone);
  known.set(zone, guardrails);
  return guardrails;
}

function made(zone: LandingZone): readonly AuditedGuardrail[] {
  const bindable = zone.accounts
    .filter(({ name }) => name !== zone.foundation.management.name)
    .map(({ name, organizationalUnit }) => ({ name, nodes: nodesAbove(organizationalUnit) }));
  const below = new Map<string, string[]>();
  for (const { name, nodes } of bindable) {
    for (const node of nodes) {
      const names = below.get(node);
      if (names === undefined) below.set(node, [name]);
      else names.push(name);
    }
  }
  const order = new Map(bindable.map(({ name }, index) => [name, index]));
  const declared = new Map(zone.guardrails.map((attachment) => [attachment.name, attachment]));
  return compileGuardrails(zone).map(({ guardrail: name, type, document, attachTo, accounts: own }) => {
    const { document: text, claims, exemptRoles = [] } = declared.get(name) ?? {};
    const units = new Set(attachTo);
    const accounts = new Set(own);
    return {
      name,
      type,
      policy: policyOf(text ?? document, type, name),
      isOwn: text !== undefined,
      claims: text === undefined ? guardrailNamed(name).claims({ zone, options: { exemptRoles } }) : (claims ?? []),
      units,
      accounts,
      binds: [...new Set([...attachTo.flatMap((unit) => below.get(unit) ?? []), ...own])]
        .filter((account) => order.has(account))
        .sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)),
    };
  });
}

/** @throws Error for a document that is no policy: the zone's own were checked when it was loaded, the catalogue's are Landfall's */
export function policyOf(document: string, type: PolicyType, guardrail: string): Policy {
  const result = readPolicy(document, kinds[type]);
  if ("policy" in result) return result.policy;
  throw new Error(`guardrail ${guardrail} is no policy: ${result.faults.map(({ message }) => message).join("; ")}`);
}
