import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** S3 User Guide, "Blocking public access to your Amazon S3 storage". */
export const keepPublicAccessBlocked: Guardrail = {
  name: "keep-public-access-blocked",
  group: "encryption",
  kind: "scp",
  intent: "Objects are never public: the block of public access stays on every account, bucket and access point.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "KeepPublicAccessBlocked",
      Effect: "Deny",
      Action: ["s3:PutAccessPointPublicAccessBlock", "s3:PutAccountPublicAccessBlock", "s3:PutBucketPublicAccessBlock"],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "accounts-stay-blocked",
      sentence: "Nobody but the exempt roles can change the account's block of public access.",
      denied: { actions: ["s3:PutAccountPublicAccessBlock"], unless: [byExempt(context)] },
    },
    {
      id: "buckets-stay-blocked",
      sentence: "Nobody but the exempt roles can change the block of public access of a bucket or access point.",
      denied: {
        actions: ["s3:PutBucketPublicAccessBlock", "s3:PutAccessPointPublicAccessBlock"],
        unless: [byExempt(context)],
      },
    },
  ],
};
