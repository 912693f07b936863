import type { LandingZone } from "../../declaration/model";
import { deployRoles, planRole } from "../../declaration/names";
import { nodesAbove } from "../../declaration/organizational-units";
import type { StackSpec } from "../../declaration/stacks";

/** GitHub environment of the jobs that only read: plans of pull requests, the drift report, the collecting of ids. */
export const planEnvironment = planRole;

/**
 * Role of the management account by which the zone's own pipeline deploys a stack. A service's role trusts the platform's, so that
 * here, too, it is reached by way of the platform's; its own repository has a way of its own.
 */
export function pipelineRole({ identity }: Pick<StackSpec, "identity">): string {
  return identity === "org" ? deployRoles.org : deployRoles.platform;
}

/** Environment of the jobs that wait for an approval before they act in a role. */
export function approvalEnvironment(role: string): string {
  return `${role}-approval`;
}

/** Whether the zone declares that changes of this stack wait for an approval: by the stack's id, or by a unit its account is in. */
export function needsApproval(zone: LandingZone, { id, account }: StackSpec): boolean {
  const approval = zone.pipeline?.approval ?? [];
  return [id, ...nodesAbove(account.organizationalUnit)].some((name) => approval.includes(name));
}
