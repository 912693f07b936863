import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** IAM Identity Center User Guide, "Use service control policies to control account instance creation". */
export const denyAccountIdentityCenter: Guardrail = {
  name: "deny-account-identity-center",
  group: "identity",
  kind: "scp",
  intent: "There is one Identity Center, the organisation's: no account makes an instance of its own.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyAccountIdentityCenter",
      Effect: "Deny",
      Action: "sso:CreateInstance",
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "one-identity-center",
      sentence: `${nobody(context)} can make an instance of Identity Center for the account alone.`,
      denied: { actions: ["sso:CreateInstance"], unless: byDeclared(context) },
    },
  ],
};
