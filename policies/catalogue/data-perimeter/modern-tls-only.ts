import type { Guardrail } from "../../guardrail";

/** S3 User Guide, "Bucket policy examples using condition keys": s3:TlsVersion. */
export const modernTlsOnly: Guardrail = {
  name: "modern-tls-only",
  group: "data-perimeter",
  kind: "rcp",
  intent: "Objects are reached with TLS 1.2 or newer.",
  suggested: "root",
  exemptions: "nobody",
  statements: () => [
    {
      Sid: "DenyOldTls",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: "*",
      Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
    },
  ],
  claims: () => [
    {
      id: "no-old-tls",
      sentence: "Nobody can reach objects over TLS 1.0 or 1.1.",
      denied: { caller: "anybody", actions: ["s3:*"], when: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
    },
  ],
};
