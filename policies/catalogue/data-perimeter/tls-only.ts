import type { Guardrail } from "../../guardrail";

/**
 * Organizations User Guide, "RCP examples"; S3 User Guide, "Security best practices for Amazon S3":
 * aws:SecureTransport.
 */
export const tlsOnly: Guardrail = {
  name: "tls-only",
  group: "data-perimeter",
  kind: "rcp",
  intent: "Data, messages, keys and secrets travel encrypted.",
  suggested: "root",
  exemptions: "nobody",
  statements: () => [
    {
      Sid: "DenyPlainHttp",
      Effect: "Deny",
      Principal: "*",
      Action: ["dynamodb:*", "kms:*", "s3:*", "secretsmanager:*", "sqs:*"],
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ],
  claims: () => [
    {
      id: "no-plain-http",
      sentence: "Nobody can reach objects, tables, messages, keys or secrets without TLS.",
      denied: {
        caller: "anybody",
        actions: ["s3:*", "dynamodb:*", "sqs:*", "kms:*", "secretsmanager:*"],
        when: { Bool: { "aws:SecureTransport": "false" } },
      },
    },
  ],
};
