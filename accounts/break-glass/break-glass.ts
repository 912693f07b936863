import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { TerraformStack } from "cdktf";
import type { Account, LandingZone } from "../../declaration/model";
import { breakGlassRole } from "../../declaration/names";
import { globalRegion } from "../../declaration/regions";
import { policyDocument } from "../../stack/policy-document";
import { resource } from "../../stack/resource";
import { addBreakGlassAlarm } from "./alarm";

type BreakGlass = NonNullable<LandingZone["identity"]["breakGlass"]>;

/** A sign-in with MFA is good for this many seconds. */
const mfaSeconds = 3600;

/** Regions of the endpoints of STS by which the role can be assumed, each watched by the alarm. */
export function breakGlassRegions({ regions: { home } }: Pick<LandingZone, "regions">): readonly string[] {
  return [...new Set([home, globalRegion(home)])];
}

/**
 * `aws_iam_role.landfall-break-glass`: what is left when IAM Identity Center is out of order. Named users of the management account assume it with MFA, by
 * an endpoint of STS that the alarm watches and no other: AWS delivers a call's event to EventBridge in the region of the call alone. The management account
 * has the alarm, for a call that assumes a role is recorded in the caller's account too (CloudTrail User Guide, "CloudTrail userIdentity element").
 */
export function addBreakGlass(
  stack: TerraformStack,
  zone: LandingZone,
  account: Pick<Account, "name">,
  { users, managedPolicies, sessionHours, alertEmail }: BreakGlass,
): void {
  const management = zone.ids.get(`account/${zone.foundation.management.name}`);
  const role = resource(stack, IamRole, breakGlassRole, {
    name: breakGlassRole,
    description: "For emergencies, when IAM Identity Center is out of order; each use raises an alarm",
    maxSessionDuration: sessionHours * 3600,
    assumeRolePolicy: policyDocument([
      {
        Sid: "NamedUsersWithMfa",
        Effect: "Allow",
        // Users as principals would have to exist before the role is made, and one that was deleted would have to be taken out by hand.
        Principal: { AWS: `arn:${zone.partition}:iam::${management}:root` },
        Action: "sts:AssumeRole",
        Condition: {
          ArnEquals: {
            "aws:PrincipalArn": users.map((user) => `arn:${zone.partition}:iam::${management}:user/${user}`),
          },
          Bool: { "aws:MultiFactorAuthPresent": "true" },
          NumericLessThan: { "aws:MultiFactorAuthAge": String(mfaSeconds) },
          StringEquals: { "aws:RequestedRegion": breakGlassRegions(zone) },
        },
      },
    ]),
  });
  for (const policy of managedPolicies)
    resource(stack, IamRolePolicyAttachment, `break-glass_${policy.replace(/[^A-Za-z0-9-]/g, "_")}`, {
      role: role.name,
      policyArn: `arn:${zone.partition}:iam::aws:policy/${policy}`,
    });
  if (account.name === zone.foundation.management.name) addBreakGlassAlarm(stack, zone, management, alertEmail);
}
