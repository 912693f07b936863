import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** KMS Developer Guide, "Grants in AWS KMS"; "Condition keys for AWS KMS": kms:GrantIsForAWSResource. */
export const denyKeyGrantsToPeople: Guardrail = {
  name: "deny-key-grants-to-people",
  group: "encryption",
  kind: "scp",
  intent: "Grants of keys are for AWS services at work, never for people.",
  suggested: "workloads",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "DenyKeyGrantsToPeople",
      Effect: "Deny",
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { ...unlessExempt(context), BoolIfExists: { "kms:GrantIsForAWSResource": "false" } },
    },
  ],
  claims: (context) => [
    {
      id: "no-grants-to-people",
      sentence: "Nobody but the exempt roles can grant the use of a key, unless a service asks for what it encrypts.",
      denied: {
        actions: ["kms:CreateGrant"],
        unless: [byExempt(context), { Bool: { "kms:GrantIsForAWSResource": "true" } }],
      },
    },
  ],
};
