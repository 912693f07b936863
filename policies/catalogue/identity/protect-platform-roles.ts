import { deployRoles, planRole, serviceBoundaryName } from "../../../declaration/names";
import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Control Tower Controls Reference, "Disallow changes to AWS IAM roles set up by AWS Control Tower and AWS CloudFormation"; IAM User Guide, "Permissions boundaries for IAM entities". */
export const protectPlatformRoles: Guardrail = {
  name: "protect-platform-roles",
  group: "identity",
  kind: "scp",
  intent:
    "The roles that plan and deploy stacks, and the boundary of those they make, change by the platform's hand alone.",
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
      Resource: [deployRoles.service, planRole].map((role) => `arn:${context.zone.partition}:iam::*:role/${role}`),
      Condition: unlessExempt(context),
    },
    {
      Sid: "DenyTakingRoleNames",
      Effect: "Deny",
      Action: "iam:CreateRole",
      Resource: [deployRoles.platform, deployRoles.service, planRole].map(
        (role) => `arn:${context.zone.partition}:iam::*:role/${role}`,
      ),
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
      Resource: `arn:${context.zone.partition}:iam::*:policy/${serviceBoundaryName}`,
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "deploy-roles-stay",
      sentence:
        "Nobody but the exempt roles can change the roles that plan and deploy: who assumes them, and what they may do.",
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
        resources: [deployRoles.service, planRole].map((role) => `arn:${context.zone.partition}:iam::*:role/${role}`),
        unless: [byExempt(context)],
      },
    },
    {
      id: "role-names-are-not-taken",
      sentence: "Nobody but the exempt roles can make a role that would pass for one of the platform's.",
      denied: {
        actions: ["iam:CreateRole"],
        resources: [deployRoles.platform, deployRoles.service, planRole].map(
          (role) => `arn:${context.zone.partition}:iam::*:role/${role}`,
        ),
        unless: [byExempt(context)],
      },
    },
    {
      id: "boundary-stays",
      sentence: "Nobody but the exempt roles can make, change or delete the boundary of the roles that services make.",
      denied: {
        actions: [
          "iam:CreatePolicy",
          "iam:DeletePolicy",
          "iam:CreatePolicyVersion",
          "iam:DeletePolicyVersion",
          "iam:SetDefaultPolicyVersion",
        ],
        resources: [`arn:${context.zone.partition}:iam::*:policy/${serviceBoundaryName}`],
        unless: [byExempt(context)],
      },
    },
  ],
};
