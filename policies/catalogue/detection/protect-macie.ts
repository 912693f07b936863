import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Macie User Guide, "Managing multiple Macie accounts with AWS Organizations"; "Suppressing findings". */
export const protectMacie: Guardrail = {
  name: "protect-macie",
  group: "detection",
  kind: "scp",
  intent: "Macie goes on looking for sensitive data where it was turned on.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectMacie",
      Effect: "Deny",
      Action: [
        "macie2:CreateFindingsFilter",
        "macie2:DeleteMember",
        "macie2:Disable*",
        "macie2:Disassociate*",
        "macie2:PutClassificationExportConfiguration",
        "macie2:PutFindingsPublicationConfiguration",
        "macie2:UpdateAutomatedDiscoveryConfiguration",
        "macie2:UpdateFindingsFilter",
        "macie2:UpdateMacieSession",
        "macie2:UpdateMemberSession",
        "macie2:UpdateOrganizationConfiguration",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "discovery-goes-on",
      sentence: "Nobody but the exempt roles can turn Macie or its automated discovery off.",
      denied: {
        actions: [
          "macie2:DisableMacie",
          "macie2:UpdateMacieSession",
          "macie2:UpdateMemberSession",
          "macie2:UpdateAutomatedDiscoveryConfiguration",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "macie-members-stay",
      sentence: "Nobody but the exempt roles can part the account from the organisation's administrator of Macie.",
      denied: {
        actions: [
          "macie2:DisassociateFromAdministratorAccount",
          "macie2:DisassociateFromMasterAccount",
          "macie2:DisassociateMember",
          "macie2:DeleteMember",
          "macie2:DisableOrganizationAdminAccount",
          "macie2:UpdateOrganizationConfiguration",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "discoveries-are-told",
      sentence: "Nobody but the exempt roles can suppress what Macie finds, or change where it is sent.",
      denied: {
        actions: [
          "macie2:CreateFindingsFilter",
          "macie2:UpdateFindingsFilter",
          "macie2:PutClassificationExportConfiguration",
          "macie2:PutFindingsPublicationConfiguration",
        ],
        unless: [byExempt(context)],
      },
    },
  ],
};
