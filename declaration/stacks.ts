import { everExcepted, hasConfigRules } from "./config-rules";
import { foundationAccounts } from "./foundation-accounts";
import type { IdKey } from "./ids";
import type { Account, AllocatedRange, LandingZone } from "./model";
import { namesAccounts, watchedAccounts } from "./watched-accounts";
import { type deployRoles, hubTables, hubVpcIdKey, hubVpcs, privateZones, serviceStateBucketName } from "./names";

export type StackKind =
  "org" | "identity" | "logs" | "trail" | "security" | "network" | "account" | "rules" | "routing" | "dns" | "service";

/** Which identity deploys a stack; see the table of stacks in docs/architecture.md. */
export type DeployIdentity = keyof typeof deployRoles;

/** Ids of the stacks that are no account's own. */
export const platformStacks: readonly string[] = [
  "org",
  "identity",
  "logs",
  "trail",
  "security",
  "network",
  "routing",
  "rules",
];

/** Id of an account's own stack: the account's name, or `<name>-account` where a platform stack is called so. */
export function accountStackId(account: string): string {
  return platformStacks.includes(account) ? `${account}-account` : account;
}

/** Id of the stack that associates an account's VPC with private zones. */
export function dnsStackId(account: string): string {
  return `${account}-dns`;
}

/** Everything about a stack but its resources. */
export interface StackSpec {
  /** Stack id for `cdktf deploy`, for example `org`, `orders-dev`, `orders-dev-orders`. */
  readonly id: string;
  readonly kind: StackKind;
  /** Account the stack's resources live in. */
  readonly account: Account;
  readonly identity: DeployIdentity;
  /** Stacks deployed before this one, by id. Order only: nothing is read from them. */
  readonly after: readonly string[];
  /** Ids that must be locked before the stack can be synthesised. */
  readonly needs: readonly IdKey[];
  /** True when the account's range is not recorded in addresses.lock.json. */
  readonly lacksRange: boolean;
  readonly state: { readonly bucket: string | undefined; readonly key: string };
}

/**
 * Every stack of the zone, in deployment order. `state.bucket` is undefined while the id in its name is not locked.
 * The state key starts with the identity's prefix (`org/`, `platform/`, `service/`): an identity's policy allows no other.
 */
export function stacksOf(zone: LandingZone): readonly StackSpec[] {
  const { management, network } = zone.foundation;
  const logArchive = zone.foundation["log-archive"];
  const tooling = zone.foundation["security-tooling"];
  const accountKey = (account: Account): IdKey => `account/${account.name}`;
  const platform = (id: string, kind: StackKind, account: Account, after: string[], needs: IdKey[]): StackSpec =>
    spec(zone, {
      id,
      kind,
      account,
      identity: account.roles.includes("management") ? "org" : "platform",
      after,
      needs,
    });

  const spokes = zone.accounts.filter((account) => account.network !== undefined);
  const services = zone.accounts.filter((account) => account.service !== undefined);
  const guests = zone.accounts.filter(({ sharedVpc }) => sharedVpc !== undefined);
  const routed = zone.accounts.filter(({ network, service }) => network ?? service);
  const active = zone.accounts.filter(({ status }) => status === "active");
  const assigned = zone.accounts.filter(({ access }) => Object.keys(access).length > 0);
  const { network: hub } = zone;
  const { response } = zone.security;
  const audit = zone.baseline.auditorRole ? zone.foundation.audit : undefined;
  const ownAccounts = foundationAccounts(zone).map((name): IdKey => `account/${name}`);
  const hubNetworks = [
    ...(hub.inspection ? [hubVpcs.inspection] : []),
    ...(hub.endpoints ? [hubVpcs.endpoints] : []),
    ...[...hub.sharedVpcs, ...hub.vpns, ...hub.directConnects].map(({ name }) => name),
  ];
  const logsKeys: IdKey[] = [accountKey(logArchive), "kms-key/logs"];
  const zoneKeys = privateZones(zone).map((name): IdKey => `private-zone/${name}`);

  return [
    platform("org", "org", management, [], []),
    platform("identity", "identity", management, ["org"], assigned.map(accountKey)),
    platform("logs", "logs", logArchive, ["org"], ["organization", accountKey(management), accountKey(logArchive)]),
    platform("trail", "trail", management, ["logs"], ["organization", accountKey(management), ...logsKeys]),
    platform(
      "security",
      "security",
      tooling,
      ["org"],
      [
        accountKey(tooling),
        ...(namesAccounts(zone) ? watchedAccounts(zone).map(accountKey) : []),
        ...(zone.security.securityHub.central ? (["root"] as const) : []),
        ...(response ? [`organizational-unit/${response.quarantineUnit}` as const, ...ownAccounts] : []),
      ],
    ),
    platform(
      "network",
      "network",
      network,
      ["org", ...(zone.dns.queryLogs ? ["logs"] : [])],
      [
        "organization",
        accountKey(management),
        accountKey(network),
        ...guests.map(accountKey),
        ...(zone.dns.queryLogs ? logsKeys : []),
      ],
    ),
    ...active.map((account) =>
      platform(accountStackId(account.name), "account", account, account.network ? ["logs", "network"] : ["logs"], [
        accountKey(account),
        ...logsKeys,
        ...(account.network ? (["organization", "transit-gateway"] as const) : []),
        ...(account.network ? resolutionKeys(zone) : []),
        ...(zone.pipeline ? [accountKey(management)] : []),
        ...(response ? [accountKey(tooling)] : []),
        ...(response && account.name === management.name ? (["organization"] as const) : []),
        ...(audit ? [accountKey(audit)] : []),
      ]),
    ),
    ...(hasConfigRules(zone)
      ? [
          platform(
            "rules",
            "rules",
            tooling,
            ["security", ...active.map(({ name }) => accountStackId(name))],
            [accountKey(tooling), ...everExcepted(zone).map(accountKey)],
          ),
        ]
      : []),
    platform(
      "routing",
      "routing",
      network,
      ["logs", "network", ...routed.map((account) => accountStackId(account.name))],
      [
        accountKey(network),
        accountKey(logArchive),
        "egress-attachment",
        "apex-zone",
        ...(hub.transitGateway.flowLogs ? (["transit-gateway"] as const) : []),
        ...hubTables(zone).map((table): IdKey => `route-table/${table}`),
        ...(hub.inspection ? (["hub-vpc/inspection"] as const) : []),
        ...hubNetworks.map((name): IdKey => `hub-attachment/${name}`),
        ...hub.sharedVpcs.map(({ name }): IdKey => `hub-vpc/${name}`),
        ...zone.network.domains.map((domain): IdKey => `route-table/${domain.name}`),
        ...spokes.map((account): IdKey => `attachment/${account.name}`),
        ...[...hubTables(zone), ...hub.sharedVpcs.map(({ name }) => name)].map(hubVpcIdKey),
        ...resolutionKeys(zone),
        ...zoneKeys,
        ...(zoneKeys.length > 0 ? spokes.map((account): IdKey => `vpc/${account.name}`) : []),
        ...services.map((account): IdKey => `name-servers/${account.name}`),
      ],
    ),
    ...(zoneKeys.length > 0 ? spokes : []).map((account) =>
      platform(
        dnsStackId(account.name),
        "dns",
        account,
        [accountStackId(account.name), "routing"],
        [accountKey(account), `vpc/${account.name}`, ...zoneKeys],
      ),
    ),
    ...services.map((account) =>
      spec(zone, {
        id: `${account.name}-${account.service?.name ?? ""}`,
        kind: "service",
        account,
        identity: "service",
        after: [accountStackId(account.name), "routing"],
        needs: [accountKey(account), `hosted-zone/${account.name}`, `state-bucket/${account.name}`],
      }),
    ),
  ];
}

/** What a VPC's queries are led by, as the network account shares it: forward rules, DNS firewall, query log. */
export function resolutionKeys({ dns }: LandingZone): readonly IdKey[] {
  return [
    ...Object.keys(dns.resolver?.forward ?? {}).map((domain): IdKey => `resolver-rule/${domain}`),
    ...(dns.firewall ? (["dns-firewall"] as const) : []),
    ...(dns.queryLogs ? (["query-log-config"] as const) : []),
  ];
}

/** The VPCs of the network account beside its own spoke. */
function hubRanges({ network }: LandingZone): readonly AllocatedRange[] {
  const { egress, inspection, endpoints, sharedVpcs } = network;
  return [egress, inspection, endpoints, ...sharedVpcs].filter((vpc) => vpc !== undefined);
}

function spec(zone: LandingZone, stack: Omit<StackSpec, "lacksRange" | "state">): StackSpec {
  const isService = stack.kind === "service";
  const bucketKnown = !isService || zone.ids.has(`account/${stack.account.name}`);
  return {
    ...stack,
    lacksRange:
      (stack.kind === "account" && stack.account.network !== undefined && stack.account.network.cidr === undefined) ||
      (stack.kind === "network" && hubRanges(zone).some(({ cidr }) => cidr === undefined)),
    state: {
      bucket: !bucketKnown
        ? undefined
        : isService
          ? serviceStateBucketName(zone, stack.account.name)
          : zone.stateBucket,
      key: `${stack.identity}/${stack.id}.tfstate`,
    },
  };
}
