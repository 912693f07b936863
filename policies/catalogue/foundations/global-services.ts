/**
 * Actions that have no region of their own, so a guardrail on regions must let them through.
 *
 * - `global`: answered by a global endpoint, whatever region the request is signed for.
 * - `global-region`: regional services that global ones need in one region: certificates, web ACLs and metrics of
 *   CloudFront and Route 53, quotas and events of global services. Nothing that computes or stores is among them.
 *
 * Source, read 2026-11: Organizations User Guide, "General examples: Deny access to AWS based on the requested AWS
 * Region"; Control Tower Controls Reference, "Region deny control" (GRREGIONDENY). Narrower than theirs: `acm`, `wafv2`
 * and the like are let through in the global region, not in all; `kms`, `config` and `access-analyzer` not at all.
 */
type Reach = "global" | "global-region";

const globalServices: Readonly<Record<string, Reach>> = {
  "account:*": "global",
  "artifact:*": "global",
  "aws-marketplace:*": "global",
  "aws-portal:*": "global",
  "bcm-data-exports:*": "global",
  "billing:*": "global",
  "budgets:*": "global",
  "ce:*": "global",
  "chatbot:*": "global",
  "cloudfront:*": "global",
  "cur:*": "global",
  "directconnect:*": "global",
  "ec2:DescribeRegions": "global",
  "ec2:DescribeTransitGateways": "global",
  "ec2:DescribeVpnGateways": "global",
  "freetier:*": "global",
  "globalaccelerator:*": "global",
  "health:*": "global",
  "iam:*": "global",
  "invoicing:*": "global",
  "networkmanager:*": "global",
  "notifications-contacts:*": "global",
  "organizations:*": "global",
  "payments:*": "global",
  "pricing:*": "global",
  "route53:*": "global",
  "route53-recovery-cluster:*": "global",
  "route53-recovery-control-config:*": "global",
  "route53-recovery-readiness:*": "global",
  "route53domains:*": "global",
  "s3:GetAccountPublicAccessBlock": "global",
  "s3:GetBucketLocation": "global",
  "s3:ListAllMyBuckets": "global",
  "s3:PutAccountPublicAccessBlock": "global",
  "savingsplans:*": "global",
  "shield:*": "global",
  "sts:*": "global",
  "support:*": "global",
  "supportplans:*": "global",
  "tax:*": "global",
  "trustedadvisor:*": "global",
  "waf:*": "global",
  "acm:*": "global-region",
  "cloudtrail:LookupEvents": "global-region",
  "cloudwatch:*": "global-region",
  "ecr-public:*": "global-region",
  "fms:*": "global-region",
  "servicequotas:*": "global-region",
  "wafv2:*": "global-region",
};

export function actionsOf(reach: Reach): readonly string[] {
  return Object.keys(globalServices).filter((action) => globalServices[action] === reach);
}

/**
 * Region that holds the global services' own resources: IAM User Guide, "Partitions", and each partition's endpoints.
 */
const globalRegions: Readonly<Record<string, string>> = {
  aws: "us-east-1",
  "aws-cn": "cn-northwest-1",
  "aws-us-gov": "us-gov-west-1",
};

/** @throws when the partition is not in the table: then nobody has checked where its global services live. */
export function globalRegion(partition: string): string {
  const region = globalRegions[partition];
  if (region === undefined) throw new Error(`no global region is known for the partition ${partition}`);
  return region;
}
