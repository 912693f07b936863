import type { LandingZone } from "./model";

/**
 * Services that may act in every account of the organisation, and why.
 *
 * Source: Organizations User Guide, "AWS services that you can use with AWS Organizations" (service principals).
 */
export const trustedServices = {
  "access-analyzer.amazonaws.com": "one analyzer sees what every account shares outside the organisation",
  "account.amazonaws.com": "alternate contacts of members are set from the management account",
  "cloudtrail.amazonaws.com": "one trail records every account",
  "config.amazonaws.com": "one aggregator sees every account's resources",
  "config-multiaccountsetup.amazonaws.com": "Config rules and conformance packs for the whole organisation",
  "guardduty.amazonaws.com": "every account is watched from the day it is created",
  "ram.amazonaws.com": "the Transit Gateway is shared without invitations",
  "securityhub.amazonaws.com": "every account's findings reach the security tooling account",
  "sso.amazonaws.com": "IAM Identity Center assigns people to accounts",
  "tagpolicies.tag.amazonaws.com": "tag policies report across accounts",
} as const satisfies Readonly<Record<string, string>>;

export type TrustedService = keyof typeof trustedServices;

/** Service principal of Amazon VPC IPAM, which sees the VPCs of every account where the zone declares one (same source). */
export const ipamService = "ipam.amazonaws.com";

/** Services of detection that see every account where the zone declares them (same source). */
function detectionServices({ macie, inspector, detective, securityLake }: LandingZone["security"]): readonly string[] {
  return [
    ...(macie ? ["macie.amazonaws.com"] : []),
    ...(inspector.length > 0 ? ["inspector2.amazonaws.com"] : []),
    ...(detective ? ["detective.amazonaws.com"] : []),
    ...(securityLake ? ["securitylake.amazonaws.com"] : []),
  ];
}

/** Services that Landfall itself lets into every account of this zone. */
export function trustedBy({ network, security }: Pick<LandingZone, "network" | "security">): readonly string[] {
  return [...Object.keys(trustedServices), ...detectionServices(security), ...(network.ipam ? [ipamService] : [])];
}

/** Those whose administration Organizations itself delegates to the security tooling account. */
export const delegatedServices: readonly TrustedService[] = [
  "access-analyzer.amazonaws.com",
  "config-multiaccountsetup.amazonaws.com",
  "config.amazonaws.com",
];
