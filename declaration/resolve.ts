import { egressRangeName } from "./addresses";
import { deepFreeze } from "./deep-freeze";
import { idsFrom } from "./ids";
import type { Account, AccountNetwork, Foundation, LandingZone } from "./model";
import { organizationalUnitsOf } from "./organizational-units";
import { partitionOf } from "./regions";
import { foundationRoles, type AccountFile } from "./schema/account";
import type { LandingZoneFile } from "./schema/landing-zone";

/** Files of a zone in which no problem was found. */
export interface CheckedFiles {
  readonly zone: LandingZoneFile;
  readonly accounts: readonly AccountFile[];
  /** Guardrail → text of policies/<name>.json. */
  readonly policies: ReadonlyMap<string, string>;
  /** Account or `egress` → recorded range. */
  readonly ranges: ReadonlyMap<string, string>;
  readonly ids: Readonly<Record<string, string>>;
}

/** Files to model: defaults that depend on other values, names that are derived, one frozen whole. */
export function resolve({ zone, accounts, policies, ranges, ids }: CheckedFiles): LandingZone {
  const resolved = accounts
    .map((file) => resolveAccount(zone, file, ranges))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return deepFreeze({
    organization: zone.organization,
    partition: partitionOf(zone.regions.home),
    regions: zone.regions,
    organizationalUnits: organizationalUnitsOf(zone.organizationalUnits),
    accounts: resolved,
    foundation: foundationOf(resolved),
    network: {
      pool: zone.network.pool,
      availabilityZones: ["a", "b", "c"]
        .slice(0, zone.network.availabilityZones)
        .map((letter) => zone.regions.home + letter),
      domains: Object.entries(zone.network.domains).map(([name, domain]) => ({ name, ...domain })),
      egress: { ...zone.network.egress, cidr: ranges.get(egressRangeName) },
    },
    dns: zone.dns,
    logs: zone.logs,
    security: zone.security,
    identity: zone.identity,
    guardrails: Object.entries(zone.guardrails).map(([name, { attachTo }]) => ({
      name,
      attachTo,
      document: policies.get(name),
    })),
    stateBucket: stateBucketOf(zone),
    tags: zone.tags,
    ids: idsFrom(ids),
  });
}

export function stateBucketOf({ deployment, organization }: LandingZoneFile): string {
  return deployment.stateBucket ?? `${organization.name}-landfall-state`;
}

function resolveAccount(zone: LandingZoneFile, file: AccountFile, ranges: ReadonlyMap<string, string>): Account {
  const { name, service } = file;
  const { github } = zone.deployment;
  return {
    name,
    roles: rolesOf(file.role),
    email: file.email ?? derivedEmail(zone.organization.emailPattern, name),
    organizationalUnit: file.organizationalUnit,
    owner: file.owner,
    contacts: file.contacts,
    budget: file.budget,
    network: file.network === "none" ? undefined : networkOf(file.network, ranges.get(name)),
    access: file.access,
    service: service && {
      name: service.name,
      domainName: `${name}.${zone.dns.serviceSuffix}`,
      repository: github && `${github.owner}/${service.repository ?? service.name}`,
      settings: service.settings,
    },
    tags: file.tags,
  };
}

/** Root email of an account that gives none. */
export function derivedEmail(pattern: string, account: string): string {
  return pattern.replaceAll("{account}", account);
}

export function rolesOf(role: AccountFile["role"]): Account["roles"] {
  return typeof role === "string" ? [role] : role;
}

function networkOf(network: Exclude<AccountFile["network"], "none">, cidr: string | undefined): AccountNetwork {
  return { ...network, cidr };
}

function foundationOf(accounts: readonly Account[]): Foundation {
  const holders = foundationRoles.map((role) => [role, accounts.find(({ roles }) => roles.includes(role))] as const);
  const held = Object.fromEntries(holders.filter(([, account]) => account !== undefined));
  // The checks found every required role held before a zone is resolved.
  return held as Foundation;
}
