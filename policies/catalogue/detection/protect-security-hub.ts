import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Security Hub User Guide, "Managing administrator and member accounts"; "Disabling Security Hub". */
export const protectSecurityHub: Guardrail = {
  name: "protect-security-hub",
  group: "detection",
  kind: "scp",
  intent: "Security Hub stays on with its standards, and every account reports to it.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectSecurityHub",
      Effect: "Deny",
      Action: [
        "securityhub:BatchDisableStandards",
        "securityhub:BatchUpdateStandardsControlAssociations",
        "securityhub:Delete*Aggregator*",
        "securityhub:DeleteMembers",
        "securityhub:Disable*",
        "securityhub:DisassociateFrom*",
        "securityhub:DisassociateMembers",
        "securityhub:UpdateFindingAggregator",
        "securityhub:UpdateOrganizationConfiguration",
        "securityhub:UpdateSecurityHubConfiguration",
        "securityhub:UpdateStandardsControl",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "hub-stays-on",
      sentence: "Nobody but the exempt roles can turn Security Hub or one of its sources off.",
      denied: {
        actions: [
          "securityhub:DisableSecurityHub",
          "securityhub:DisableSecurityHubV2",
          "securityhub:DisableSecurityHubFeatureV2",
          "securityhub:DisableImportFindingsForProduct",
          "securityhub:UpdateSecurityHubConfiguration",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "standards-stay",
      sentence: "Nobody but the exempt roles can turn a standard or a control off.",
      denied: {
        actions: [
          "securityhub:BatchDisableStandards",
          "securityhub:UpdateStandardsControl",
          "securityhub:BatchUpdateStandardsControlAssociations",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "accounts-report",
      sentence:
        "Nobody but the exempt roles can part the account from the organisation's administrator of Security Hub, or change what is aggregated.",
      denied: {
        actions: [
          "securityhub:DisassociateFromAdministratorAccount",
          "securityhub:DisassociateFromMasterAccount",
          "securityhub:DisassociateMembers",
          "securityhub:DeleteMembers",
          "securityhub:DisableOrganizationAdminAccount",
          "securityhub:UpdateOrganizationConfiguration",
          "securityhub:DeleteFindingAggregator",
          "securityhub:UpdateFindingAggregator",
          "securityhub:DeleteAggregatorV2",
        ],
        unless: [byExempt(context)],
      },
    },
  ],
};
