import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Marketplace Buyer Guide, "Controlling access to AWS Marketplace subscriptions". */
export const denyMarketplace: Guardrail = {
  name: "deny-marketplace",
  group: "sandbox",
  kind: "scp",
  intent: "Nobody buys software in the Marketplace.",
  suggested: "sandbox",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyMarketplace",
      Effect: "Deny",
      Action: [
        "aws-marketplace:Accept*",
        "aws-marketplace:CreateAgreementRequest",
        "aws-marketplace:CreatePrivateMarketplaceRequests",
        "aws-marketplace:Subscribe",
      ],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-subscriptions",
      sentence: `${nobody(context)} can subscribe to a product of the Marketplace, ask for one or accept its terms.`,
      denied: {
        actions: [
          "aws-marketplace:Subscribe",
          "aws-marketplace:CreateAgreementRequest",
          "aws-marketplace:CreatePrivateMarketplaceRequests",
          "aws-marketplace:AcceptAgreementRequest",
          "aws-marketplace:AcceptAgreementApprovalRequest",
          "aws-marketplace:AcceptAgreementCancellationRequest",
          "aws-marketplace:AcceptAgreementPaymentRequest",
        ],
        unless: byDeclared(context),
      },
    },
  ],
};
