import type { LiveGovernance, LivePolicy } from "../../live/live-governance";
import type { LiveOrganization, LiveUnit } from "../../live/live-tree";

/**
 * How Control Tower's own objects are called: the policies of its preventive controls, and its StackSets (AWS Control Tower User Guide,
 * "Guidance for creating and modifying AWS Control Tower resources", which says not to change either).
 */
const policyPrefix = "aws-guardrails-";
const stackSetPrefix = "AWSControlTower";

export function isControlTowerPolicy({ name }: Pick<LivePolicy, "name">): boolean {
  return name.startsWith(policyPrefix);
}

/** The units Control Tower governs: those its policies are attached to. Units below them go with them. */
export function controlTowerUnits(organization: LiveOrganization, governance: LiveGovernance): readonly LiveUnit[] {
  const governed = new Set(governance.policies.filter(isControlTowerPolicy).flatMap(({ targets }) => targets));
  return organization.units.filter(({ id }) => governed.has(id));
}

export function controlTowerStackSets({ stackSets }: LiveGovernance): readonly string[] {
  return stackSets.filter((name) => name.startsWith(stackSetPrefix));
}
