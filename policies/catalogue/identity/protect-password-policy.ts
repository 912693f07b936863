import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** IAM User Guide, "Set an account password policy for IAM users". */
export const protectPasswordPolicy: Guardrail = {
  name: "protect-password-policy",
  group: "identity",
  kind: "scp",
  intent: "The password policy of an account stays as the platform set it.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectPasswordPolicy",
      Effect: "Deny",
      Action: ["iam:DeleteAccountPasswordPolicy", "iam:UpdateAccountPasswordPolicy"],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "password-policy-stays",
      sentence: "Nobody but the exempt roles can change or delete the account's password policy.",
      denied: {
        actions: ["iam:UpdateAccountPasswordPolicy", "iam:DeleteAccountPasswordPolicy"],
        unless: [byExempt(context)],
      },
    },
  ],
};
