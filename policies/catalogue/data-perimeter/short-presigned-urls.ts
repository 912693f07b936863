import type { Guardrail } from "../../guardrail";

/**
 * S3 API Reference, "Bucket policy examples: signature version 4 condition keys": s3:signatureAge in milliseconds,
 * s3:authType, s3:signatureversion.
 */
export const shortPresignedUrls: Guardrail = {
  name: "short-presigned-urls",
  group: "data-perimeter",
  kind: "rcp",
  intent: "A presigned URL is good for an hour at most, and signed as AWS signs today.",
  suggested: "root",
  exemptions: "nobody",
  statements: () => [
    {
      Sid: "DenyOldPresignedUrls",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: "*",
      Condition: {
        StringEquals: { "s3:authType": "REST-QUERY-STRING" },
        NumericGreaterThan: { "s3:signatureAge": "3600000" },
      },
    },
    {
      Sid: "DenyOldSignatures",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: "*",
      Condition: { StringEquals: { "s3:signatureversion": "AWS" } },
    },
  ],
  claims: () => [
    {
      id: "presigned-urls-expire",
      sentence: "Nobody can use a presigned URL more than an hour after it was signed.",
      denied: {
        caller: "anybody",
        actions: ["s3:*"],
        when: {
          StringEquals: { "s3:authType": "REST-QUERY-STRING" },
          NumericGreaterThan: { "s3:signatureAge": "3600000" },
        },
      },
    },
    {
      id: "no-old-signatures",
      sentence: "Nobody can reach objects with a signature of version 2.",
      denied: { caller: "anybody", actions: ["s3:*"], when: { StringEquals: { "s3:signatureversion": "AWS" } } },
    },
  ],
};
