import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Inspector User Guide, "Managing multiple accounts"; "Suppression rules"; "Deactivating Amazon Inspector". */
export const protectInspector: Guardrail = {
  name: "protect-inspector",
  group: "detection",
  kind: "scp",
  intent: "Inspector goes on scanning for vulnerabilities where it was turned on.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectInspector",
      Effect: "Deny",
      Action: [
        "inspector2:CreateFilter",
        "inspector2:Disable",
        "inspector2:DisableDelegatedAdminAccount",
        "inspector2:DisassociateMember",
        "inspector2:UpdateConfiguration",
        "inspector2:Update*Ec2DeepInspectionConfiguration",
        "inspector2:UpdateFilter",
        "inspector2:UpdateOrganizationConfiguration",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "scanning-goes-on",
      sentence: "Nobody but the exempt roles can turn scans off or make them shallower.",
      denied: {
        actions: [
          "inspector2:Disable",
          "inspector2:UpdateConfiguration",
          "inspector2:UpdateEc2DeepInspectionConfiguration",
          "inspector2:UpdateOrgEc2DeepInspectionConfiguration",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "inspector-members-stay",
      sentence: "Nobody but the exempt roles can part the account from the organisation's administrator of Inspector.",
      denied: {
        actions: [
          "inspector2:DisassociateMember",
          "inspector2:DisableDelegatedAdminAccount",
          "inspector2:UpdateOrganizationConfiguration",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "vulnerabilities-are-not-hidden",
      sentence: "Nobody but the exempt roles can suppress what Inspector finds.",
      denied: { actions: ["inspector2:CreateFilter", "inspector2:UpdateFilter"], unless: [byExempt(context)] },
    },
  ],
};
