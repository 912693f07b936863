import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** IAM User Guide, "Alternatives to long-term access keys"; "Service-specific credentials for IAM users". */
export const denyLongLivedCredentials: Guardrail = {
  name: "deny-long-lived-credentials",
  group: "identity",
  kind: "scp",
  intent: "Nobody makes credentials that do not expire.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyLongLivedCredentials",
      Effect: "Deny",
      Action: [
        "iam:CreateAccessKey",
        "iam:CreateServiceSpecificCredential",
        "iam:ResetServiceSpecificCredential",
        "iam:Upload*PublicKey",
        "iam:UploadSigningCertificate",
      ],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-access-keys",
      sentence: `${nobody(context)} can make an access key.`,
      denied: { actions: ["iam:CreateAccessKey"], unless: byDeclared(context) },
    },
    {
      id: "no-service-credentials",
      sentence: `${nobody(context)} can make credentials of a single service.`,
      denied: {
        actions: ["iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential"],
        unless: byDeclared(context),
      },
    },
    {
      id: "no-uploaded-keys",
      sentence: `${nobody(context)} can upload a key or certificate to sign requests with.`,
      denied: {
        actions: ["iam:UploadSSHPublicKey", "iam:UploadCloudFrontPublicKey", "iam:UploadSigningCertificate"],
        unless: byDeclared(context),
      },
    },
  ],
};
