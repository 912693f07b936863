import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** IAM User Guide, "Outbound identity federation"; "Temporary delegation for AWS partners". */
export const denyAccessDelegation: Guardrail = {
  name: "deny-access-delegation",
  group: "identity",
  kind: "scp",
  intent: "No account hands its identities or temporary access to products and services of others.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyAccessDelegation",
      Effect: "Deny",
      Action: [
        "iam:AcceptDelegationRequest",
        "iam:AssociateDelegationRequest",
        "iam:CreateDelegationRequest",
        "iam:EnableOutboundWebIdentityFederation",
        "iam:SendDelegationToken",
      ],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-access-delegated",
      sentence: `${nobody(context)} can delegate access to the account to a product.`,
      denied: {
        actions: [
          "iam:CreateDelegationRequest",
          "iam:AssociateDelegationRequest",
          "iam:AcceptDelegationRequest",
          "iam:SendDelegationToken",
        ],
        unless: byDeclared(context),
      },
    },
    {
      id: "no-outbound-identities",
      sentence: `${nobody(context)} can let the account's roles prove who they are to services outside AWS.`,
      denied: { actions: ["iam:EnableOutboundWebIdentityFederation"], unless: byDeclared(context) },
    },
  ],
};
