import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail, GuardrailContext } from "../../guardrail";

function administratorPolicies({ zone }: GuardrailContext): readonly string[] {
  const names = ["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"];
  return names.map((name) => `arn:${zone.partition}:iam::aws:policy/${name}`);
}

/** IAM User Guide, "Available keys for IAM": iam:PolicyARN; "AWS managed policies for job functions". */
export const denyAdministratorPolicies: Guardrail = {
  name: "deny-administrator-policies",
  group: "identity",
  kind: "scp",
  intent: "Nobody makes themselves an administrator with a policy that AWS keeps ready.",
  suggested: "workloads",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "DenyAdministratorPolicies",
      Effect: "Deny",
      Action: ["iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy"],
      Resource: "*",
      Condition: { ...unlessExempt(context), ArnEquals: { "iam:PolicyARN": administratorPolicies(context) } },
    },
  ],
  claims: (context) => [
    {
      id: "no-administrators-made",
      sentence:
        "Nobody but the exempt roles can attach AdministratorAccess, PowerUserAccess or IAMFullAccess to a role, user or group.",
      denied: {
        actions: ["iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:AttachGroupPolicy"],
        when: {
          ArnEquals: {
            "iam:PolicyARN": ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"].map(
              (policy) => `arn:${context.zone.partition}:iam::aws:policy/${policy}`,
            ),
          },
        },
        unless: [byExempt(context)],
      },
    },
  ],
};
