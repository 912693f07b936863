import { serviceBoundaryName } from "../../../declaration/names";
import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * IAM User Guide, "Permissions boundaries for IAM entities: Delegating responsibility to others using permissions
 * boundaries".
 */
export const requirePermissionsBoundary: Guardrail = {
  name: "require-permissions-boundary",
  group: "identity",
  kind: "scp",
  intent: "Whoever makes a role in a workload's account gives it the boundary of services, for good.",
  suggested: "workloads",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "RequirePermissionsBoundary",
      Effect: "Deny",
      Action: ["iam:CreateRole", "iam:CreateUser", "iam:PutRolePermissionsBoundary", "iam:PutUserPermissionsBoundary"],
      Resource: "*",
      Condition: {
        ...unlessExempt(context),
        StringNotLike: {
          "iam:PermissionsBoundary": `arn:${context.zone.partition}:iam::*:policy/${serviceBoundaryName}`,
        },
      },
    },
    {
      Sid: "KeepPermissionsBoundary",
      Effect: "Deny",
      Action: ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "made-within-the-boundary",
      sentence: "Nobody but the exempt roles can make a role or user without the boundary of services.",
      denied: {
        actions: ["iam:CreateRole", "iam:CreateUser"],
        unless: [
          byExempt(context),
          {
            StringLike: {
              "iam:PermissionsBoundary": `arn:${context.zone.partition}:iam::*:policy/${serviceBoundaryName}`,
            },
          },
        ],
      },
    },
    {
      id: "no-other-boundary",
      sentence: "Nobody but the exempt roles can give a role or user another boundary.",
      denied: {
        actions: ["iam:PutRolePermissionsBoundary", "iam:PutUserPermissionsBoundary"],
        unless: [
          byExempt(context),
          {
            StringLike: {
              "iam:PermissionsBoundary": `arn:${context.zone.partition}:iam::*:policy/${serviceBoundaryName}`,
            },
          },
        ],
      },
    },
    {
      id: "boundary-is-not-removed",
      sentence: "Nobody but the exempt roles can take a boundary from a role or user.",
      denied: {
        actions: ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"],
        unless: [byExempt(context)],
      },
    },
  ],
};
