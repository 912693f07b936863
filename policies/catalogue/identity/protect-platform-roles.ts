import { breakGlassRole, deployRoles, planRole, servicePolicies } from "../../../declaration/names";
import { byExempt, declaredRoleArns, unlessExempt } from "../../exempt-role";
import type { Guardrail, GuardrailContext } from "../../guardrail";

/** Roles of these names, and those that the zone exempts: an exemption is worth no more than the guard on the role. */
function rolesOf(context: GuardrailContext, names: readonly string[]): readonly string[] {
  return [...names.map((name) => `arn:${context.zone.partition}:iam::*:role/${name}`), ...declaredRoleArns(context)];
}

/**
 * Control Tower Controls Reference, "Disallow changes to AWS IAM roles set up by AWS Control Tower and AWS
 * CloudFormation"; IAM User Guide, "Permissions boundaries for IAM entities".
 */
export const protectPlatformRoles: Guardrail = {
  name: "protect-platform-roles",
  group: "identity",
  kind: "scp",
  intent:
    "The roles that plan and deploy stacks, the one for emergencies, those the zone exempts, and the boundary of the roles of services change by exempt hands alone.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectDeployRoles",
      Effect: "Deny",
      Action: [
        "iam:AttachRolePolicy",
        "iam:DeleteRole",
        "iam:DeleteRolePermissionsBoundary",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
      ],
      Resource: rolesOf(context, [deployRoles.service, planRole, breakGlassRole]),
      Condition: unlessExempt(context),
    },
    {
      Sid: "DenyTakingRoleNames",
      Effect: "Deny",
      Action: "iam:CreateRole",
      Resource: rolesOf(context, [deployRoles.platform, deployRoles.service, planRole, breakGlassRole]),
      Condition: unlessExempt(context),
    },
    {
      Sid: "ProtectServiceBoundary",
      Effect: "Deny",
      Action: [
        "iam:CreatePolicy",
        "iam:CreatePolicyVersion",
        "iam:DeletePolicy",
        "iam:DeletePolicyVersion",
        "iam:SetDefaultPolicyVersion",
      ],
      Resource: `arn:${context.zone.partition}:iam::*:policy/${servicePolicies}`,
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "deploy-roles-stay",
      sentence:
        "Nobody but the exempt roles can change the roles that plan and deploy, or an exempt one: who assumes it, and what it may do.",
      denied: {
        actions: [
          "iam:UpdateAssumeRolePolicy",
          "iam:UpdateRole",
          "iam:DeleteRole",
          "iam:AttachRolePolicy",
          "iam:DetachRolePolicy",
          "iam:PutRolePolicy",
          "iam:DeleteRolePolicy",
          "iam:PutRolePermissionsBoundary",
          "iam:DeleteRolePermissionsBoundary",
        ],
        resources: rolesOf(context, [deployRoles.service, planRole, breakGlassRole]),
        unless: [byExempt(context)],
      },
    },
    {
      id: "role-names-are-not-taken",
      sentence:
        "Nobody but the exempt roles can make a role that would pass for one of the platform's, or for an exempt one.",
      denied: {
        actions: ["iam:CreateRole"],
        resources: rolesOf(context, [deployRoles.platform, deployRoles.service, planRole, breakGlassRole]),
        unless: [byExempt(context)],
      },
    },
    {
      id: "boundary-stays",
      sentence:
        "Nobody but the exempt roles can make, change or delete the boundary of the roles that services make, or what lets their databases be deployed.",
      denied: {
        actions: [
          "iam:CreatePolicy",
          "iam:DeletePolicy",
          "iam:CreatePolicyVersion",
          "iam:DeletePolicyVersion",
          "iam:SetDefaultPolicyVersion",
        ],
        resources: [`arn:${context.zone.partition}:iam::*:policy/${servicePolicies}`],
        unless: [byExempt(context)],
      },
    },
  ],
};
