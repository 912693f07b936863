import type { LandingZone } from "../declaration/model";
import { accountCreationRole } from "../declaration/names";

/**
 * The one role of member accounts that guardrails let through: the role that deploys the platform's stacks.
 *
 * `landfall-org` needs no exemption: it lives in the management account, which service control policies never bind
 * (Organizations User Guide, "SCP effects on permissions"), and naming it would exempt whoever makes a role of that name.
 */
export function exemptRoleArn(zone: LandingZone): string {
  return `arn:${zone.partition}:iam::*:role/${accountCreationRole}`;
}

/** Condition that holds for every principal but the exempt role. */
export function unlessExempt(zone: LandingZone): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return { ArnNotLike: { "aws:PrincipalArn": exemptRoleArn(zone) } };
}
