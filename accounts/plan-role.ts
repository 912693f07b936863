import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { TerraformStack } from "cdktf";
import type { Account, LandingZone } from "../declaration/model";
import { planRole, roleArn, serviceStateBucketName } from "../declaration/names";
import { noData, readOnlyPolicy } from "../declaration/plan-role";
import { policyDocument } from "../stack/policy-document";
import { resource } from "../stack/resource";

/**
 * `aws_iam_role.landfall-plan`: reads the account's configuration for the plans of pull requests and the drift report. Only the role of
 * that name in the management account may assume it, which `landfall bootstrap` makes.
 */
export function addPlanRole(stack: TerraformStack, zone: LandingZone, account: Account): void {
  const management = zone.foundation.management.name;
  const role = resource(stack, IamRole, planRole, {
    name: planRole,
    description: "Reads the account's configuration, never data, to plan changes of it",
    maxSessionDuration: 3600,
    assumeRolePolicy: policyDocument([
      {
        Sid: "PlanRoleOfManagement",
        Effect: "Allow",
        // The role itself as principal would have to exist before this one is made.
        Principal: { AWS: `arn:${zone.partition}:iam::${zone.ids.get(`account/${management}`)}:root` },
        Action: "sts:AssumeRole",
        Condition: { ArnEquals: { "aws:PrincipalArn": roleArn(zone, management, planRole) } },
      },
    ]),
  });
  resource(stack, IamRolePolicyAttachment, planRole, {
    role: role.name,
    policyArn: `arn:${zone.partition}:iam::aws:policy/${readOnlyPolicy}`,
  });
  resource(stack, IamRolePolicy, planRole, {
    name: "no-data",
    role: role.name,
    policy: policyDocument(noData(zone.partition, serviceStateBucketName(zone, account.name))),
  });
}
