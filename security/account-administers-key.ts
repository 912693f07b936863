import type { PolicyStatement } from "../stack/policy-document";

/**
 * Leaves the key to the account's own IAM policies: KMS Developer Guide, "Default key policy". Without it a mistake in
 * the policy locks everyone out for good.
 */
export function accountAdministersKey(partition: string, accountId: string): PolicyStatement {
  return {
    Sid: "AccountAdministersKey",
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
    Action: "kms:*",
    Resource: "*",
  };
}
