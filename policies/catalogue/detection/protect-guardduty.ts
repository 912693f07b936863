import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** GuardDuty User Guide, "Managing multiple accounts with AWS Organizations"; "Suppression rules". */
export const protectGuardduty: Guardrail = {
  name: "protect-guardduty",
  group: "detection",
  kind: "scp",
  intent: "GuardDuty goes on watching every account, and nobody there hides what it finds.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectGuardDuty",
      Effect: "Deny",
      Action: [
        "guardduty:DeleteDetector",
        "guardduty:DeleteMalwareProtectionPlan",
        "guardduty:DeleteMembers",
        "guardduty:DeletePublishingDestination",
        "guardduty:DisableOrganizationAdminAccount",
        "guardduty:DisassociateFrom*",
        "guardduty:DisassociateMembers",
        "guardduty:StopMonitoringMembers",
        "guardduty:UpdateDetector",
        "guardduty:UpdateMalwareScanSettings",
        "guardduty:UpdateMemberDetectors",
        "guardduty:UpdateOrganizationConfiguration",
        "guardduty:UpdatePublishingDestination",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
    {
      Sid: "DenyHidingThreats",
      Effect: "Deny",
      Action: [
        "guardduty:ArchiveFindings",
        "guardduty:CreateFilter",
        "guardduty:CreateIPSet",
        "guardduty:CreateTrustedEntitySet",
        "guardduty:UpdateFilter",
        "guardduty:UpdateIPSet",
        "guardduty:UpdateTrustedEntitySet",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "watching-goes-on",
      sentence: "Nobody but the exempt roles can turn GuardDuty off in the account, or what it watches.",
      denied: {
        actions: [
          "guardduty:DeleteDetector",
          "guardduty:UpdateDetector",
          "guardduty:UpdateMalwareScanSettings",
          "guardduty:DeleteMalwareProtectionPlan",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "members-stay",
      sentence: "Nobody but the exempt roles can part the account from the organisation's administrator of GuardDuty.",
      denied: {
        actions: [
          "guardduty:DisassociateFromAdministratorAccount",
          "guardduty:DisassociateFromMasterAccount",
          "guardduty:DisassociateMembers",
          "guardduty:DeleteMembers",
          "guardduty:StopMonitoringMembers",
          "guardduty:UpdateMemberDetectors",
          "guardduty:UpdateOrganizationConfiguration",
          "guardduty:DisableOrganizationAdminAccount",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "threats-are-exported",
      sentence: "Nobody but the exempt roles can stop or redirect the export of what GuardDuty finds.",
      denied: {
        actions: ["guardduty:DeletePublishingDestination", "guardduty:UpdatePublishingDestination"],
        unless: [byExempt(context)],
      },
    },
    {
      id: "threats-are-not-hidden",
      sentence: "Nobody but the exempt roles can archive, suppress or trust away what GuardDuty finds.",
      denied: {
        actions: [
          "guardduty:ArchiveFindings",
          "guardduty:CreateFilter",
          "guardduty:UpdateFilter",
          "guardduty:CreateIPSet",
          "guardduty:UpdateIPSet",
          "guardduty:CreateTrustedEntitySet",
          "guardduty:UpdateTrustedEntitySet",
        ],
        unless: [byExempt(context)],
      },
    },
  ],
};
