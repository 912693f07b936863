import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Route 53 Developer Guide, "Registering and managing domains". */
export const denyDomainRegistration: Guardrail = {
  name: "deny-domain-registration",
  group: "sandbox",
  kind: "scp",
  intent: "Domains are bought, moved and renewed by the platform team alone.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "DenyDomainRegistration",
      Effect: "Deny",
      Action: [
        "route53domains:AcceptDomainTransferFromAnotherAwsAccount",
        "route53domains:DeleteDomain",
        "route53domains:DisableDomainTransferLock",
        "route53domains:PushDomain",
        "route53domains:RegisterDomain",
        "route53domains:RenewDomain",
        "route53domains:RetrieveDomainAuthCode",
        "route53domains:TransferDomain*",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-domains-bought",
      sentence: "Nobody but the exempt roles can register, renew or take over a domain.",
      denied: {
        actions: [
          "route53domains:RegisterDomain",
          "route53domains:RenewDomain",
          "route53domains:TransferDomain",
          "route53domains:AcceptDomainTransferFromAnotherAwsAccount",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "no-domains-lost",
      sentence: "Nobody but the exempt roles can give a domain away or delete it.",
      denied: {
        actions: [
          "route53domains:TransferDomainToAnotherAwsAccount",
          "route53domains:PushDomain",
          "route53domains:DeleteDomain",
          "route53domains:DisableDomainTransferLock",
          "route53domains:RetrieveDomainAuthCode",
        ],
        unless: [byExempt(context)],
      },
    },
  ],
};
