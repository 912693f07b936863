/** Regions in which SES keeps the keys of its senders apart (AWS General Reference, "Amazon Simple Email Service endpoints and quotas", DKIM domains). */
const apart: ReadonlySet<string> = new Set([
  ...["af-south-1", "ap-northeast-3", "ap-south-2", "ap-southeast-3", "ap-southeast-5", "ca-west-1"],
  ...["eu-central-2", "eu-south-1", "il-central-1", "me-central-1", "us-gov-east-1"],
]);

/** Where SES publishes the public keys it signs with. */
export function dkimDomain(region: string): string {
  return apart.has(region) ? `dkim.${region}.amazonses.com` : "dkim.amazonses.com";
}
