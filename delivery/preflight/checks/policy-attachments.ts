import { type OrganizationsClient, paginateListPoliciesForTarget } from "@aws-sdk/client-organizations";
import { policyName } from "../../../declaration/names";
import { quotas } from "../../../declaration/quotas";
import { organizationsClient } from "../../live/organizations-client";
import { type Check, finding, ok, type PreflightContext } from "../check";

/** Size and count of the zone's own policies `landfall validate` knows; what others attached to the same nodes, only AWS does. */
export const policyAttachments: Check = {
  id: "policy-attachments",
  asksAws: true,
  look: async (context) => {
    const nodes = await guardedNodes(context);
    const client = organizationsClient(context.caller);
    try {
      const own = new Set(context.zone.guardrails.map(({ name }) => policyName(context.zone, name)));
      const full: string[] = [];
      for (const { path, id, guardrails } of nodes) {
        const others = (await policiesOn(client, id)).filter((name) => !own.has(name));
        const total = others.length + guardrails;
        if (total > quotas.policiesPerNode)
          full.push(`${path}: ${guardrails} declared, and ${others.join(", ")} are attached already`);
      }
      return full.length === 0
        ? [ok(`${nodes.length} nodes looked at, each has room for ${quotas.policiesPerNode}`)]
        : full.map((detail) =>
            finding(detail, `AWS allows ${quotas.policiesPerNode} on one node: detach or merge some.`),
          );
    } finally {
      client.destroy();
    }
  },
};

interface GuardedNode {
  readonly path: string;
  readonly id: string;
  /** How many the zone attaches. */
  readonly guardrails: number;
}

/** Nodes that exist and that the zone attaches to. */
async function guardedNodes({ zone, live }: PreflightContext): Promise<readonly GuardedNode[]> {
  const tree = await live();
  if (tree === undefined) return [];
  const nodes = [{ path: "root", id: tree.rootId }, ...tree.units];
  return nodes
    .map(({ path, id }) => ({
      path,
      id,
      guardrails: zone.guardrails.filter(({ attachTo }) => attachTo.includes(path)).length,
    }))
    .filter(({ guardrails }) => guardrails > 0);
}

async function policiesOn(client: OrganizationsClient, target: string): Promise<readonly string[]> {
  const names: string[] = [];
  const input = { TargetId: target, Filter: "SERVICE_CONTROL_POLICY" as const };
  for await (const { Policies = [] } of paginateListPoliciesForTarget({ client }, input))
    names.push(...Policies.map(({ Name }) => Name ?? ""));
  return names;
}
