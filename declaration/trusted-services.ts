import type { ManagementPolicyKind } from "./management-policies";
import type { LandingZone } from "./model";

/** What of a zone decides which services are trusted. */
export type Trusting = Pick<LandingZone, "network" | "organization" | "policies" | "security">;

/** A service that may act in every account of the organisation. */
interface TrustedService {
  readonly why: string;
  /** Only where the zone declares what needs it; always when undefined. */
  readonly when?: (zone: Trusting) => boolean;
  /** Who administers it for the organisation, so that nobody needs the management account for it. */
  readonly administrator?: {
    readonly role: "security-tooling" | "network";
    /** `service`: by a call of the service's own, which registers the account with Organizations as well. */
    readonly registeredBy: "organizations" | "service";
  };
}

const tooling = { role: "security-tooling", registeredBy: "organizations" } as const;
const toolingByService = { role: "security-tooling", registeredBy: "service" } as const;
const hasPolicy =
  (type: ManagementPolicyKind) =>
  ({ policies }: Trusting): boolean =>
    policies.some((policy) => policy.type === type);

/**
 * Every service that is trusted, why, when, and who administers it.
 *
 * Sources: Organizations User Guide, "AWS services that you can use with AWS Organizations" (service principals, delegated administrators); for calls of a
 * service's own GuardDuty User Guide, "Designating a delegated GuardDuty administrator account", Security Hub User Guide, "Integrating Security Hub
 * with AWS Organizations", IPAM User Guide, "Integrate IPAM with accounts in an AWS Organization", the user guides of Macie, Inspector and Detective,
 * "Designating the delegated administrator"; Security Lake User Guide, "Designating the delegated Security Lake administrator", for which the call of
 * Organizations is enough; IAM User Guide, "Centralize root access for member accounts".
 */
const table = {
  "access-analyzer.amazonaws.com": {
    why: "one analyzer sees what every account shares outside the organisation",
    administrator: tooling,
  },
  "account.amazonaws.com": { why: "alternate contacts of members are set from the management account" },
  "backup.amazonaws.com": {
    why: "backup policies make backup plans in accounts, whose jobs are seen together",
    when: hasPolicy("backup"),
  },
  "cloudtrail.amazonaws.com": { why: "one trail records every account" },
  "config-multiaccountsetup.amazonaws.com": {
    why: "Config rules and conformance packs for the whole organisation",
    administrator: tooling,
  },
  "config.amazonaws.com": { why: "one aggregator sees every account's resources", administrator: tooling },
  "detective.amazonaws.com": {
    why: "one graph holds every account's behaviour",
    when: ({ security }) => security.detective,
    administrator: toolingByService,
  },
  "ec2.amazonaws.com": {
    why: "the account status report of declarative policies says what they would change",
    when: hasPolicy("ec2"),
  },
  "guardduty.amazonaws.com": {
    why: "every account is watched from the day it is created",
    administrator: toolingByService,
  },
  "iam.amazonaws.com": {
    why: "root users of members are seen to centrally",
    when: ({ organization }) => organization.rootAccess !== undefined,
    administrator: tooling,
  },
  "inspector2.amazonaws.com": {
    why: "every account's machines, images and functions are scanned",
    when: ({ security }) => security.inspector.length > 0,
    administrator: toolingByService,
  },
  "ipam.amazonaws.com": {
    why: "an IPAM sees the VPCs of every account",
    when: ({ network }) => network.ipam,
    administrator: { role: "network", registeredBy: "service" },
  },
  "macie.amazonaws.com": {
    why: "every account's buckets are looked through",
    when: ({ security }) => security.macie,
    administrator: toolingByService,
  },
  "ram.amazonaws.com": { why: "the Transit Gateway is shared without invitations" },
  "securityhub.amazonaws.com": {
    why: "every account's findings reach the security tooling account",
    administrator: toolingByService,
  },
  "securitylake.amazonaws.com": {
    why: "one lake collects every account's security data",
    when: ({ security }) => security.securityLake !== undefined,
    administrator: tooling,
  },
  "sso.amazonaws.com": { why: "IAM Identity Center assigns people to accounts" },
  "tagpolicies.tag.amazonaws.com": { why: "tag policies report across accounts" },
} as const satisfies Readonly<Record<string, TrustedService>>;

export type ServicePrincipal = keyof typeof table;

const services = Object.entries<TrustedService>(table) as readonly (readonly [ServicePrincipal, TrustedService])[];

/** Services that Landfall lets into every account of this zone. */
export function trustedBy(zone: Trusting): readonly ServicePrincipal[] {
  return services.filter(([, { when }]) => when === undefined || when(zone)).map(([principal]) => principal);
}

/** Services that every zone trusts. */
export const alwaysTrusted: readonly string[] = services
  .filter(([, { when }]) => when === undefined)
  .map(([principal]) => principal);

/** One service's delegated administrator. */
export interface Delegation {
  readonly principal: ServicePrincipal;
  readonly role: "security-tooling" | "network";
  readonly registeredBy: "organizations" | "service";
}

/** Which account administers which of the services that this zone trusts. */
export function delegationsOf(zone: Trusting): readonly Delegation[] {
  const trusted = trustedBy(zone);
  return services.flatMap(([principal, { administrator }]) =>
    administrator && trusted.includes(principal) ? [{ principal, ...administrator }] : [],
  );
}

/** Those that every zone delegates to the security tooling account, and those of them that Organizations itself registers. */
const toolingAlways = services.filter(
  ([, { when, administrator }]) => when === undefined && administrator?.role === "security-tooling",
);
export const detectionServices: readonly string[] = toolingAlways.map(([principal]) => principal);
export const delegatedServices: readonly string[] = toolingAlways
  .filter(([, { administrator }]) => administrator?.registeredBy === "organizations")
  .map(([principal]) => principal);
