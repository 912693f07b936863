import type { Guardrail } from "../../guardrail";

/**
 * S3 User Guide, "Using server-side encryption with customer-provided keys (SSE-C)": s3:x-amz-server-side-encryption-
 * customer-algorithm.
 */
export const denyCustomerHeldKeys: Guardrail = {
  name: "deny-customer-held-keys",
  group: "data-perimeter",
  kind: "rcp",
  intent: "Nobody locks objects away with a key that only they hold.",
  suggested: "root",
  exemptions: "nobody",
  statements: () => [
    {
      Sid: "DenyCustomerHeldKeys",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:PutObject",
      Resource: "*",
      Condition: { Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" } },
    },
  ],
  claims: () => [
    {
      id: "no-customer-held-keys",
      sentence: "Nobody can write an object encrypted with a key that AWS does not keep.",
      denied: {
        caller: "anybody",
        actions: ["s3:PutObject"],
        when: { Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" } },
      },
    },
  ],
};
