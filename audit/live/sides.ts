import type { LandingZone } from "../../declaration/model";
import { rootPath } from "../../declaration/organizational-units";
import { guardrailPolicyTypes } from "../../declaration/policy-quotas";
import { policyTypes } from "../../declaration/policy-types";
import { readPolicy } from "../../engine/policy/read-policy";
import type { LivePolicy } from "../../live/live-governance";
import type { LiveGuardrails } from "../../live/live-guardrails";
import type { PolicyType } from "../../policies/attached";
import { fullAwsAccess } from "../full-aws-access";
import { packedPolicies } from "../packed-policies";
import { accountNode, type Governed, type GovernedPolicy, policyKey, unitNode } from "./governed";
import { isForeignPolicy } from "./foreign";
import type { Matched } from "./matched";

/** The name of the policy that AWS attaches to every node, and that the engine takes to be there (`Bounds.rcp`). */
const implied = "RCPFullAWSAccess";

export const fullAccessKey = policyKey({ type: "SERVICE_CONTROL_POLICY", name: fullAwsAccess.id });

/** Live policies as the engine reads them, and those it cannot read. */
export interface ReadPolicies {
  /** By `policyKey`. */
  readonly read: ReadonlyMap<string, GovernedPolicy>;
  readonly unreadable: readonly { readonly policy: LivePolicy; readonly why: string }[];
}

/** The policies of the types that decide what is allowed. */
export function readLivePolicies({ policies }: LiveGuardrails, { nodeOf }: Matched): ReadPolicies {
  const read = new Map<string, GovernedPolicy>();
  const unreadable: { policy: LivePolicy; why: string }[] = [];
  for (const policy of policies) {
    const type = guardrailPolicyTypes.find((each) => each === policy.type);
    if (type === undefined || policy.name === implied) continue;
    const result = readPolicy(policy.content, kinds[type]);
    if ("policy" in result)
      read.set(policyKey(policy), {
        type,
        name: policy.name,
        policy: result.policy,
        targets: new Set(policy.targets.map(nodeOf)),
      });
    else unreadable.push({ policy, why: result.faults[0]?.message ?? "it is no policy" });
  }
  return { read, unreadable };
}

const kinds = {
  SERVICE_CONTROL_POLICY: "service-control-policy",
  RESOURCE_CONTROL_POLICY: "resource-control-policy",
} as const satisfies Readonly<Record<PolicyType, string>>;

/** What bounds the accounts at this moment. */
export function liveSide(
  { organization, policyTypes: enabled }: LiveGuardrails,
  at: Matched,
  live: ReadPolicies,
): Governed {
  const { units, accounts } = organization;
  return {
    types: new Set(enabled),
    parents: new Map([...units, ...accounts].map(({ id, parentId }) => [at.nodeOf(id), at.nodeOf(parentId)])),
    policies: live.read,
  };
}

/**
 * What would bound the accounts if the organisation were as declared. What the declaration does not speak of is as it is: the policies others
 * manage, and everything on units and accounts that are not declared.
 */
export function declaredSide(zone: LandingZone, guardrails: LiveGuardrails, at: Matched, live: ReadPolicies): Governed {
  const strangers = { units: at.strangeUnits, accounts: at.strangeAccounts };
  const declaredParents: readonly [string, string][] = [
    ...zone.organizationalUnits.map(({ path, parent }): [string, string] => [unitNode(path), unitNode(parent)]),
    ...zone.accounts.map(({ name, organizationalUnit: unit }): [string, string] => [accountNode(name), unitNode(unit)]),
  ];
  const nodes = new Set([unitNode(rootPath), ...declaredParents.map(([node]) => node)]);
  const others = [...at.strangeUnits, ...at.strangeAccounts];
  const policies = new Map<string, GovernedPolicy>();
  const foreign = guardrails.policies.filter(
    (policy) => !policy.awsManaged && isForeignPolicy(zone, strangers, policy),
  );
  const foreignKeys = new Set(foreign.map(policyKey));
  for (const [key, policy] of live.read) {
    const onOthers = new Set([...policy.targets].filter((target) => foreignKeys.has(key) || !nodes.has(target)));
    if (onOthers.size > 0) policies.set(key, { ...policy, targets: onOthers });
  }
  const declared = [
    ...packedPolicies(zone).map(({ units, accounts, ...policy }) => ({
      ...policy,
      targets: [...[...units].map(unitNode), ...[...accounts].map(accountNode)],
    })),
    {
      name: fullAwsAccess.id,
      type: "SERVICE_CONTROL_POLICY",
      policy: fullAwsAccess.policy,
      targets: [...nodes],
    } as const,
  ];
  for (const policy of declared) {
    const key = policyKey(policy);
    const targets = new Set([...(policies.get(key)?.targets ?? []), ...policy.targets]);
    policies.set(key, { ...policy, targets });
  }
  return {
    types: new Set(policyTypes),
    parents: new Map([
      ...others.map(({ id, parentId }): [string, string] => [id, at.nodeOf(parentId)]),
      ...declaredParents,
    ]),
    policies,
  };
}
