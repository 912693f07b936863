import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * Support User Guide, "Manage access for AWS Support Plans"; Shield Developer Guide, "Subscribing to AWS Shield
 * Advanced".
 */
export const denySupportPlans: Guardrail = {
  name: "deny-support-plans",
  group: "sandbox",
  kind: "scp",
  intent: "Support plans and Shield Advanced are the organisation's decision: they bind for a year.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenySupportPlans",
      Effect: "Deny",
      Action: [
        "shield:CreateSubscription",
        "shield:UpdateSubscription",
        "supportplans:AcceptSupportAgreement",
        "supportplans:Create*",
        "supportplans:StartSupportPlanUpdate",
        "supportplans:UpdateSupportAgreement",
      ],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "support-plan-stays",
      sentence: `${nobody(context)} can change the support plan.`,
      denied: {
        actions: [
          "supportplans:CreateSupportPlanSchedule",
          "supportplans:CreateSupportAgreement",
          "supportplans:AcceptSupportAgreement",
          "supportplans:UpdateSupportAgreement",
          "supportplans:StartSupportPlanUpdate",
        ],
        unless: byDeclared(context),
      },
    },
    {
      id: "no-shield-advanced",
      sentence: `${nobody(context)} can subscribe to Shield Advanced.`,
      denied: { actions: ["shield:CreateSubscription", "shield:UpdateSubscription"], unless: byDeclared(context) },
    },
  ],
};
