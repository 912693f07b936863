import {
  type OrganizationsClient,
  paginateListPoliciesForTarget,
  type PolicyType,
} from "@aws-sdk/client-organizations";
import { managementPolicyTypes } from "../../../declaration/management-policies";
import type { LandingZone } from "../../../declaration/model";
import { guardrailPolicyTypes, quotaOf } from "../../../declaration/policy-quotas";
import { type AttachedPolicy, everyAttachedPolicy } from "../../../policies/every-attached";
import { organizationsClient } from "../../../live/organizations-client";
import { liveAccountOf } from "../../status/match";
import { type Check, finding, ok, type PreflightContext } from "../check";

/** Size and count of the zone's own policies `landfall validate` knows; what others attached to the same targets, only AWS does. */
export const policyAttachments: Check = {
  id: "policy-attachments",
  asksAws: true,
  look: async (context) => {
    const policies = everyAttachedPolicy(context.zone);
    const own = new Set(policies.map(({ type, name }) => `${type} ${name}`));
    const targets = await guardedTargets(context, policies);
    const client = organizationsClient(context.caller);
    try {
      const full: string[] = [];
      for (const { name, id, type, declared } of targets) {
        const attached = attachable(context.zone, type);
        const others = (await policiesOn(client, id, type)).filter((other) => !own.has(`${type} ${other}`));
        if (others.length + declared > attached) {
          const what = spoken[type] ?? `policies of the type ${type}`;
          full.push(
            `${name}: ${declared} ${what} declared, ${others.join(", ")} attached already, and AWS allows ${attached}`,
          );
        }
      }
      return full.length === 0
        ? [ok(`${new Set(targets.map(({ id }) => id)).size} targets looked at, each has room for its policies`)]
        : full.map((detail) =>
            finding(
              detail,
              "Detach some, or name them in foreign.policies with attachedTo, so that packing leaves room.",
            ),
          );
    } finally {
      client.destroy();
    }
  },
};

const spoken: Readonly<Record<string, string>> = {
  SERVICE_CONTROL_POLICY: "service control policies",
  RESOURCE_CONTROL_POLICY: "resource control policies",
};

/** How many policies of a type AWS attaches to a target. */
function attachable({ organization }: LandingZone, type: string): number {
  const guardrails = guardrailPolicyTypes.find((each) => each === type);
  if (guardrails) return quotaOf(guardrails, organization.quotas).attached;
  return Object.values(managementPolicyTypes).find((each) => each.type === type)?.attached ?? 0;
}

interface GuardedTarget {
  readonly name: string;
  readonly id: string;
  readonly type: string;
  /** How many policies the zone attaches. */
  readonly declared: number;
}

/** Targets that exist and that the zone attaches to. */
async function guardedTargets(
  { zone, live }: PreflightContext,
  policies: readonly AttachedPolicy[],
): Promise<readonly GuardedTarget[]> {
  const tree = await live();
  if (tree === undefined) return [];
  const units = [{ path: "root", id: tree.rootId }, ...tree.units].map(({ path, id }) => ({
    name: path,
    id,
    holds: (policy: AttachedPolicy) => policy.units.includes(path),
  }));
  const accounts = zone.accounts.flatMap((account) => {
    const { name } = account;
    const id = liveAccountOf({ zone, live: tree }, account)?.id;
    const holds = (policy: AttachedPolicy): boolean => policy.accounts.includes(name);
    return id === undefined ? [] : [{ name: `the account ${name}`, id, holds }];
  });
  return [...units, ...accounts].flatMap(({ name, id, holds }) =>
    [...new Set(policies.map(({ type }) => type))].flatMap((type) => {
      const declared = policies.filter((policy) => policy.type === type && holds(policy)).length;
      return declared === 0 ? [] : [{ name, id, type, declared }];
    }),
  );
}

async function policiesOn(client: OrganizationsClient, target: string, type: string): Promise<readonly string[]> {
  const Filter = type as PolicyType;
  const names: string[] = [];
  for await (const { Policies = [] } of paginateListPoliciesForTarget({ client }, { TargetId: target, Filter }))
    names.push(...Policies.map(({ Name }) => Name ?? ""));
  return names;
}
