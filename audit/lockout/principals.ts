import type { LandingZone } from "../../declaration/model";
import { accountCreationRole, deployRoles, planRole } from "../../declaration/names";
import type { StackNeeds } from "./needs";

/**
 * Patterns of the ARNs of the principals that a zone makes in its member accounts: the roles of its stacks, those that deploy them, and the roles
 * of Identity Center for its permission sets (IAM Identity Center User Guide, "Referencing permission sets in resource policies").
 */
export function principalsOf(zone: LandingZone, needs: readonly StackNeeds[]): readonly string[] {
  const iam = `arn:${zone.partition}:iam::*:role`;
  const made = needs.flatMap(({ resources }) =>
    resources.flatMap(({ type, arn }) => (type === "aws_iam_role" ? (arn ?? []) : [])),
  );
  const named = [accountCreationRole, ...Object.values(deployRoles), planRole].map((role) => `${iam}/${role}`);
  const sets = Object.keys(zone.identity.permissionSets).map(
    (name) => `${iam}/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_${name}_*`,
  );
  const foreign = Object.keys(zone.foreign.accounts).map((id) => `arn:${zone.partition}:iam::${id}:*`);
  return [...new Set([...named, ...sets, ...made, ...foreign])];
}
