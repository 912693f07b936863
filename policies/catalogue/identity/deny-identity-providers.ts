import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** IAM User Guide, "Identity providers and federation into AWS"; IAM Roles Anywhere User Guide, "Trust model". */
export const denyIdentityProviders: Guardrail = {
  name: "deny-identity-providers",
  group: "identity",
  kind: "scp",
  intent: "Only the platform says whose identities an account trusts.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "DenyIdentityProviders",
      Effect: "Deny",
      Action: [
        "iam:AddClientIDToOpenIDConnectProvider",
        "iam:CreateOpenIDConnectProvider",
        "iam:CreateSAMLProvider",
        "iam:DeleteOpenIDConnectProvider",
        "iam:DeleteSAMLProvider",
        "iam:RemoveClientIDFromOpenIDConnectProvider",
        "iam:UpdateOpenIDConnectProviderThumbprint",
        "iam:UpdateSAMLProvider",
        "rolesanywhere:CreateTrustAnchor",
        "rolesanywhere:EnableTrustAnchor",
        "rolesanywhere:UpdateTrustAnchor",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "saml-providers-stay",
      sentence: "Nobody but the exempt roles can make, change or delete a SAML provider.",
      denied: {
        actions: ["iam:CreateSAMLProvider", "iam:UpdateSAMLProvider", "iam:DeleteSAMLProvider"],
        unless: [byExempt(context)],
      },
    },
    {
      id: "oidc-providers-stay",
      sentence: "Nobody but the exempt roles can make, change or delete an OpenID Connect provider.",
      denied: {
        actions: [
          "iam:CreateOpenIDConnectProvider",
          "iam:DeleteOpenIDConnectProvider",
          "iam:UpdateOpenIDConnectProviderThumbprint",
          "iam:AddClientIDToOpenIDConnectProvider",
          "iam:RemoveClientIDFromOpenIDConnectProvider",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "no-trust-anchors",
      sentence: "Nobody but the exempt roles can let certificates of an authority of their own assume roles.",
      denied: {
        actions: [
          "rolesanywhere:CreateTrustAnchor",
          "rolesanywhere:UpdateTrustAnchor",
          "rolesanywhere:EnableTrustAnchor",
        ],
        unless: [byExempt(context)],
      },
    },
  ],
};
