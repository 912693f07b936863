import { catalogueGuardrails } from "../../declaration/guardrail-names";
import { rootPath } from "../../declaration/organizational-units";
import type { LivePolicy } from "../../live/live-governance";
import type { LiveUnit } from "../../live/live-tree";
import type { AdoptedAccount } from "./adopted-accounts";
import { isControlTowerPolicy } from "./control-tower";
import type { LeftAlone, LiveEstate } from "./live-estate";
import { uniqueSlug } from "./unique-slug";

/** A policy that becomes a guardrail of the zone's own, and where it is attached. */
export interface AdoptedPolicy {
  readonly live: LivePolicy;
  readonly guardrail: string;
  readonly nodes: readonly { readonly id: string; readonly path: string }[];
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The service control policies that are attached to what the zone declares, and the policies that are left alone with the reason.
 * @param refused ids of policies that a zone cannot hold, with what is wrong with them
 */
export function adoptedPolicies(
  { organization, governance }: LiveEstate,
  units: readonly LiveUnit[],
  accounts: readonly AdoptedAccount[],
  refused: ReadonlyMap<string, string>,
): { readonly adopted: readonly AdoptedPolicy[]; readonly left: readonly LeftAlone[] } {
  const nodes = [{ id: organization.rootId, path: rootPath }, ...units];
  const open = accounts.filter(({ isClosed }) => !isClosed);
  const taken = new Set<string>(catalogueGuardrails);
  const adopted: AdoptedPolicy[] = [];
  const left: LeftAlone[] = [];
  for (const live of [...governance.policies].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const targets = {
      nodes: nodes.filter(({ id }) => live.targets.includes(id)).map(({ id, path }) => ({ id, path })),
      accounts: open
        .filter((each) => live.targets.includes(each.live.id))
        .map(({ live: { id }, name }) => ({ id, name })),
    };
    const reason = refused.get(live.id) ?? reasonToLeave(live, targets.nodes.length + targets.accounts.length);
    if (reason === undefined) {
      const guardrail = uniqueSlug(live.name, "policy", (slug) => taken.has(slug));
      taken.add(guardrail);
      adopted.push({ live, guardrail, ...targets });
    } else left.push({ kind: "policy", id: live.id, name: live.name, reason });
  }
  return { adopted, left };
}

function reasonToLeave(policy: LivePolicy, targets: number): string | undefined {
  if (isControlTowerPolicy(policy)) return "Control Tower manages it";
  if (policy.type !== "SERVICE_CONTROL_POLICY")
    return `guardrails are service control policies; this is a ${policy.type}`;
  return targets === 0 ? "it is attached to nothing the zone declares" : undefined;
}
