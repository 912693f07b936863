import { butDeclared, byDeclared, nobody, unlessDeclared } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Resource Access Manager User Guide, "Example service control policies for AWS Organizations and AWS RAM". */
export const denyExternalSharing: Guardrail = {
  name: "deny-external-sharing",
  group: "network",
  kind: "scp",
  intent: "Resources are shared within the organisation only.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyExternalShares",
      Effect: "Deny",
      Action: ["ram:CreateResourceShare", "ram:UpdateResourceShare"],
      Resource: "*",
      Condition: { Bool: { "ram:RequestedAllowsExternalPrincipals": "true" }, ...unlessDeclared(context) },
    },
    {
      Sid: "DenyWideningExternalShares",
      Effect: "Deny",
      Action: "ram:AssociateResourceShare*",
      Resource: "*",
      Condition: { Bool: { "ram:AllowsExternalPrincipals": "true" }, ...unlessDeclared(context) },
    },
    {
      Sid: "DenyForeignShares",
      Effect: "Deny",
      Action: "ram:AcceptResourceShareInvitation",
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-external-share",
      sentence: `${nobody(context)} can make a share that takes principals outside the organisation, or open one to them.`,
      denied: {
        actions: ["ram:UpdateResourceShare", "ram:CreateResourceShare"],
        when: { Bool: { "ram:RequestedAllowsExternalPrincipals": "true" } },
        unless: byDeclared(context),
      },
    },
    {
      id: "no-wider-external-share",
      sentence: `${nobody(context)} can add to a share that takes principals outside the organisation.`,
      denied: {
        actions: ["ram:AssociateResourceShare", "ram:AssociateResourceSharePermission"],
        when: { Bool: { "ram:AllowsExternalPrincipals": "true" } },
        unless: byDeclared(context),
      },
    },
    {
      id: "no-share-of-others",
      sentence: `${nobody(context)} can accept a share from outside the organisation: inside it there are no invitations.`,
      denied: { actions: ["ram:AcceptResourceShareInvitation"], unless: byDeclared(context) },
    },
  ],
};
