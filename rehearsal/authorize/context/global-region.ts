/**
 * Services with one endpoint a partition, whatever region a call is signed for: `aws:RequestedRegion` is that endpoint's
 * (IAM User Guide, "AWS global condition context keys", `aws:RequestedRegion`; AWS General Reference, "Service endpoints and quotas").
 */
const globalServices: ReadonlySet<string> = new Set([
  "account",
  "artifact",
  "billing",
  "budgets",
  "ce",
  "cloudfront",
  "health",
  "iam",
  "organizations",
  "route53",
  "route53domains",
  "savingsplans",
  "shield",
  "support",
  "trustedadvisor",
  "waf",
]);

const endpoints: Readonly<Record<string, string>> = {
  aws: "us-east-1",
  "aws-cn": "cn-northwest-1",
  "aws-us-gov": "us-gov-west-1",
};

/** @param service signing name */
export function requestedRegion(service: string, signedFor: string, partition: string): string {
  return globalServices.has(service) ? (endpoints[partition] ?? signedFor) : signedFor;
}
