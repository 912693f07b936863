import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * Route 53 Developer Guide, "Overview of managing access permissions to your Amazon Route 53 resources"; "Configuring
 * DNSSEC signing".
 */
export const protectDnsZones: Guardrail = {
  name: "protect-dns-zones",
  group: "network",
  kind: "scp",
  intent: "Hosted zones and their delegation are the platform's; what is in them is the account's.",
  suggested: "workloads",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectDnsZones",
      Effect: "Deny",
      Action: [
        "route53:AssociateVPCWithHostedZone",
        "route53:CreateHostedZone",
        "route53:CreateVPCAssociationAuthorization",
        "route53:DeactivateKeySigningKey",
        "route53:DeleteHostedZone",
        "route53:DeleteKeySigningKey",
        "route53:DisableHostedZoneDNSSEC",
        "route53:DisassociateVPCFromHostedZone",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "zones-stay",
      sentence: "Nobody but the exempt roles can make or delete a hosted zone.",
      denied: { actions: ["route53:CreateHostedZone", "route53:DeleteHostedZone"], unless: [byExempt(context)] },
    },
    {
      id: "private-zones-stay-private",
      sentence: "Nobody but the exempt roles can change which networks a private zone answers.",
      denied: {
        actions: [
          "route53:AssociateVPCWithHostedZone",
          "route53:DisassociateVPCFromHostedZone",
          "route53:CreateVPCAssociationAuthorization",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "signing-goes-on",
      sentence: "Nobody but the exempt roles can stop the signing of a zone.",
      denied: {
        actions: ["route53:DisableHostedZoneDNSSEC", "route53:DeactivateKeySigningKey", "route53:DeleteKeySigningKey"],
        unless: [byExempt(context)],
      },
    },
  ],
};
