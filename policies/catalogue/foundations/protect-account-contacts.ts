import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Account Management Reference Guide, "Restrict access using AWS Organizations service control policies". */
export const protectAccountContacts: Guardrail = {
  name: "protect-account-contacts",
  group: "foundations",
  kind: "scp",
  intent: "Only the platform changes an account's name, contacts and root email, or closes it.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectAccountContacts",
      Effect: "Deny",
      Action: [
        "account:AcceptPrimaryEmailUpdate",
        "account:CloseAccount",
        "account:DeleteAlternateContact",
        "account:PutAccountName",
        "account:PutAlternateContact",
        "account:PutContactInformation",
        "account:StartPrimaryEmailUpdate",
        "iam:UpdateAccountEmailAddress",
        "iam:UpdateAccountName",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "contacts-stay",
      sentence: "Nobody but the exempt roles can change whom AWS writes to about the account.",
      denied: {
        actions: ["account:PutAlternateContact", "account:DeleteAlternateContact", "account:PutContactInformation"],
        unless: [byExempt(context)],
      },
    },
    {
      id: "name-and-email-stay",
      sentence: "Nobody but the exempt roles can change the account's name or the email of its root user.",
      denied: {
        actions: [
          "account:PutAccountName",
          "iam:UpdateAccountName",
          "account:StartPrimaryEmailUpdate",
          "account:AcceptPrimaryEmailUpdate",
          "iam:UpdateAccountEmailAddress",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "account-stays-open",
      sentence: "Nobody but the exempt roles can close the account.",
      denied: { actions: ["account:CloseAccount"], unless: [byExempt(context)] },
    },
  ],
};
