import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { auditorRole } from "../declaration/names";
import { contentActions } from "../declaration/content-actions";
import { policyDocument } from "../stack/policy-document";
import { resource } from "../stack/resource";

/** How things are configured, and that they are there: IAM User Guide, "AWS managed policies for job functions", Security auditor and View-only user. */
const managedPolicies = { audits: "SecurityAudit", views: "job-function/ViewOnlyAccess" };

/**
 * `aws_iam_role.landfall-auditor`: what auditors take on in every account, from the account that has the role `audit` and from nowhere
 * else. It reads no data.
 */
export function addAuditorRole(stack: TerraformStack, zone: LandingZone): void {
  const { audit } = zone.foundation;
  if (!zone.baseline.auditorRole || audit === undefined) return;
  const role = resource(stack, IamRole, auditorRole, {
    name: auditorRole,
    description: "Reads how the account is configured, never data",
    maxSessionDuration: 3600,
    assumeRolePolicy: policyDocument([
      {
        Sid: "AuditAccountAssumes",
        Effect: "Allow",
        Principal: { AWS: `arn:${zone.partition}:iam::${zone.ids.get(`account/${audit.name}`)}:root` },
        Action: "sts:AssumeRole",
      },
    ]),
  });
  for (const [name, policy] of Object.entries(managedPolicies))
    resource(stack, IamRolePolicyAttachment, `${auditorRole}-${name}`, {
      role: role.name,
      policyArn: `arn:${zone.partition}:iam::aws:policy/${policy}`,
    });
  resource(stack, IamRolePolicy, auditorRole, {
    name: "no-data",
    role: role.name,
    policy: policyDocument([
      { Sid: "NoObjects", Effect: "Deny", Action: "s3:GetObject*", Resource: "*" },
      { Sid: "NoData", Effect: "Deny", Action: contentActions, Resource: "*" },
    ]),
  });
}
