import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Billing User Guide, "Using identity-based policies for Billing"; "Migrating access control for AWS Billing". */
export const protectBilling: Guardrail = {
  name: "protect-billing",
  group: "foundations",
  kind: "scp",
  intent: "Payment methods, tax settings and billing preferences change in the management account alone.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "ProtectBilling",
      Effect: "Deny",
      Action: [
        "aws-portal:Modify*",
        "billing:PutContractInformation",
        "billing:RedeemCredits",
        "billing:Update*",
        "payments:Create*",
        "payments:Delete*",
        "payments:MakePayment",
        "payments:Update*",
        "tax:Batch*",
        "tax:Delete*",
        "tax:Put*",
        "tax:UpdateExemptions",
      ],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "payments-stay",
      sentence: `${nobody(context)} can pay, or change how the account pays.`,
      denied: {
        actions: [
          "payments:MakePayment",
          "payments:CreatePaymentInstrument",
          "payments:UpdatePaymentInstrument",
          "payments:DeletePaymentInstrument",
          "payments:UpdatePaymentPreferences",
          "payments:CreateFinancingApplication",
          "payments:UpdateFinancingApplication",
        ],
        unless: byDeclared(context),
      },
    },
    {
      id: "billing-stays",
      sentence: `${nobody(context)} can change billing preferences, billing views or who may see the bill.`,
      denied: {
        actions: [
          "aws-portal:ModifyAccount",
          "aws-portal:ModifyBilling",
          "aws-portal:ModifyPaymentMethods",
          "billing:UpdateBillingPreferences",
          "billing:UpdateBillingView",
          "billing:UpdateIAMAccessPreference",
          "billing:PutContractInformation",
          "billing:RedeemCredits",
        ],
        unless: byDeclared(context),
      },
    },
    {
      id: "taxes-stay",
      sentence: `${nobody(context)} can change tax registrations and exemptions.`,
      denied: {
        actions: [
          "tax:PutTaxRegistration",
          "tax:BatchPutTaxRegistration",
          "tax:DeleteTaxRegistration",
          "tax:BatchDeleteTaxRegistration",
          "tax:PutSupplementalTaxRegistration",
          "tax:DeleteSupplementalTaxRegistration",
          "tax:PutTaxInheritance",
          "tax:PutTaxInterview",
          "tax:UpdateExemptions",
        ],
        unless: byDeclared(context),
      },
    },
  ],
};
