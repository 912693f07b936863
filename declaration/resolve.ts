import { accessOf } from "./assignments";
import { deepFreeze } from "./deep-freeze";
import { idsFrom } from "./ids";
import type {
  Account,
  AccountNetwork,
  AllocatedRange,
  Foundation,
  GuardrailAttachment,
  LandingZone,
  PermissionSet,
} from "./model";
import { hubVpcs, regionalNetworkName, suspendedUnit } from "./names";
import { canonicalJson, organizationPoliciesOf } from "./organization-policies";
import { organizationalUnitsOf } from "./organizational-units";
import { partitionOf } from "./regions";
import { foundationRoles, type AccountFile } from "./schema/account";
import type { LandingZoneFile } from "./schema/landing-zone";
import { accountStackId } from "./stacks";

/** Files of a zone in which no problem was found. */
export interface CheckedFiles {
  readonly zone: LandingZoneFile;
  readonly accounts: readonly AccountFile[];
  /** Guardrail → text of policies/<name>.json. */
  readonly policies: ReadonlyMap<string, string>;
  /** Account or `egress` → recorded range. */
  readonly ranges: ReadonlyMap<string, string>;
  readonly ids: Readonly<Record<string, string>>;
  readonly imports: LandingZone["imports"];
}

/** Files to model: defaults that depend on other values, names that are derived, one frozen whole. */
export function resolve({ zone, accounts, policies, ranges, ids, imports }: CheckedFiles): LandingZone {
  const resolved = accounts
    .filter(({ status }) => status !== "closed")
    .map((file) => resolveAccount(zone, file, ranges))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return deepFreeze({
    organization: zone.organization,
    partition: partitionOf(zone.regions.home),
    regions: zone.regions,
    organizationalUnits: organizationalUnitsOf(zone.organizationalUnits),
    accounts: resolved,
    closedAccounts: accounts
      .filter(({ status }) => status === "closed")
      .map((file) => resolveAccount(zone, file, ranges))
      .map(({ name, displayName, email }) => ({ name, displayName, email }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    foundation: foundationOf(resolved),
    network: resolveNetwork(zone, ranges),
    dns: zone.dns,
    logs: zone.logs,
    security: zone.security,
    identity: identityOf(zone),
    baseline: zone.baseline,
    guardrails: Object.entries(zone.guardrails).map(([name, guardrail]) =>
      guardrailOf(name, guardrail, policies.get(name), resolved),
    ),
    policies: organizationPoliciesOf(zone, policies, resolved),
    costs: zone.costs,
    events: zone.events,
    foreign: zone.foreign,
    stateBucket: stateBucketOf(zone),
    pipeline: pipelineOf(zone),
    tags: zone.tags,
    ids: idsFrom(ids),
    imports: importsOf(imports, accounts),
  });
}

/** A closed account may stay in the list of a guardrail's accounts. No policy binds the management account, so tags do not find it. */
function guardrailOf(
  name: string,
  { attachTo, accounts, tags, exempt, kind, claims, policyName, description }: LandingZoneFile["guardrails"][string],
  document: string | undefined,
  open: readonly Account[],
): GuardrailAttachment {
  const members = open.filter(({ roles }) => !roles.includes("management"));
  const tagged = members.filter((account) => hasTags(account.tags, tags)).map((account) => account.name);
  const listed = accounts.filter((account) => open.some((each) => each.name === account));
  return {
    name,
    attachTo,
    accounts: [...new Set([...listed, ...tagged])].sort(),
    document,
    kind: document === undefined ? undefined : (kind ?? "scp"),
    exemptRoles: exempt.roles,
    claims,
    policyName,
    description,
  };
}

/** Whether an account has all tags that a guardrail asks for; one that asks for none finds nobody. */
export function hasTags(has: Readonly<Record<string, string>>, asked: Readonly<Record<string, string>>): boolean {
  const tags = Object.entries(asked);
  return tags.length > 0 && tags.every(([key, value]) => Object.hasOwn(has, key) && has[key] === value);
}

/**
 * Terraform refuses to import what its configuration does not hold: the `org` stack forgets a closed account, and an account that gives up
 * its spoke the VPC that it adopted.
 */
function importsOf(imports: LandingZone["imports"], accounts: readonly AccountFile[]): LandingZone["imports"] {
  const closed = accounts.filter(({ status }) => status === "closed");
  const gone = new Set(closed.map(({ name }) => `aws_organizations_account.${name}`));
  const withoutSpoke = new Set(
    accounts.filter(({ network }) => network === "none").map(({ name }) => accountStackId(name)),
  );
  const isHeld = (stack: string, address: string): boolean =>
    !gone.has(address) && !(withoutSpoke.has(stack) && spokeTypes.has(address.replace(/\..*/s, "")));
  return Object.fromEntries(
    Object.entries(imports).map(([stack, entries]) => [
      stack,
      Object.fromEntries(Object.entries(entries).filter(([address]) => isHeld(stack, address))),
    ]),
  );
}

/** What `landfall adopt --vpc` imports into an account's stack. */
const spokeTypes: ReadonlySet<string> = new Set([
  "aws_vpc",
  "aws_subnet",
  "aws_route_table_association",
  "aws_ec2_transit_gateway_vpc_attachment",
]);

export function stateBucketOf({ deployment, organization }: LandingZoneFile): string {
  return deployment.stateBucket ?? `${organization.name}-landfall-state`;
}

function pipelineOf({ deployment: { github } }: LandingZoneFile): LandingZone["pipeline"] {
  if (github?.repository === undefined) return undefined;
  return { repository: `${github.owner}/${github.repository}`, approval: github.approval };
}

function resolveAccount(zone: LandingZoneFile, file: AccountFile, ranges: ReadonlyMap<string, string>): Account {
  const { name, service } = file;
  const isActive = file.status === "active";
  const { github } = zone.deployment;
  return {
    name,
    displayName: file.displayName ?? name,
    status: isActive ? "active" : "suspended",
    roles: rolesOf(file.role),
    email: file.email ?? derivedEmail(zone.organization.emailPattern, name),
    organizationalUnit: isActive ? file.organizationalUnit : suspendedUnit,
    owner: file.owner,
    contacts: file.contacts,
    budget: isActive ? file.budget : undefined,
    network: !isActive || file.network === "none" ? undefined : networkOf(name, file.network, ranges),
    sharedVpc: isActive ? file.sharedVpc : undefined,
    access: isActive ? accessOf(zone.identity.assignments, file) : {},
    service:
      isActive && service
        ? {
            name: service.name,
            domainName: `${name}.${zone.dns.serviceSuffix}`,
            repository: github && `${github.owner}/${service.repository ?? service.name}`,
            ...(service.eventBus === undefined ? {} : { eventBus: service.eventBus }),
            settings: service.settings,
          }
        : undefined,
    closeOnRemoval: file.closeOnRemoval,
    tags: file.tags,
  };
}

function identityOf({ identity }: LandingZoneFile): LandingZone["identity"] {
  const { groups, permissionSets, breakGlass } = identity;
  const sets = Object.entries(permissionSets).map(([name, { inlinePolicy, ...set }]): [string, PermissionSet] => [
    name,
    inlinePolicy === undefined ? set : { ...set, inlinePolicy: canonicalJson(inlinePolicy) },
  ]);
  return { groups, permissionSets: Object.fromEntries(sets), breakGlass };
}

/** Root email of an account that gives none. */
export function derivedEmail(pattern: string, account: string): string {
  return pattern.replaceAll("{account}", account);
}

export function rolesOf(role: AccountFile["role"]): Account["roles"] {
  return typeof role === "string" ? [role] : role;
}

function resolveNetwork(
  { network, regions }: LandingZoneFile,
  ranges: ReadonlyMap<string, string>,
): LandingZone["network"] {
  const allocated = <Vpc extends object>(name: string, vpc: Vpc): Vpc & AllocatedRange => ({
    ...vpc,
    cidr: ranges.get(name),
  });
  const named = <Item extends object>(items: Readonly<Record<string, Item>>): ({ name: string } & Item)[] =>
    Object.entries(items).map(([name, item]) => ({ name, ...item }));
  return {
    ...network,
    availabilityZones: ["a", "b", "c"].slice(0, network.availabilityZones).map((letter) => regions.home + letter),
    domains: named(network.domains),
    egress: allocated(hubVpcs.egress, network.egress),
    inspection: network.inspection && allocated(hubVpcs.inspection, network.inspection),
    endpoints: network.endpoints && allocated(hubVpcs.endpoints, network.endpoints),
    sharedVpcs: named(network.sharedVpcs).map((vpc) => allocated(vpc.name, vpc)),
    vpns: named(network.vpns),
    directConnects: named(network.directConnects),
    regions: named(network.regions).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function networkOf(
  account: string,
  { regions, ...network }: Exclude<AccountFile["network"], "none">,
  ranges: ReadonlyMap<string, string>,
): AccountNetwork {
  const elsewhere = [...new Set(regions)]
    .sort()
    .map((region) => ({ region, cidr: ranges.get(regionalNetworkName(account, region)) }));
  return { ...network, cidr: ranges.get(account), ...(elsewhere.length > 0 ? { regions: elsewhere } : {}) };
}

function foundationOf(accounts: readonly Account[]): Foundation {
  const holders = foundationRoles.map((role) => [role, accounts.find(({ roles }) => roles.includes(role))] as const);
  const held = Object.fromEntries(holders.filter(([, account]) => account !== undefined));
  // The checks found every required role held before a zone is resolved.
  return held as Foundation;
}
