import { everExcepted, hasConfigRules } from "./config-rules";
import { hasCosts } from "./costs";
import { busMembers, centerOfEvents, joins } from "./events";
import { foundationAccounts } from "./foundation-accounts";
import type { IdKey } from "./ids";
import type { Account, AllocatedRange, LandingZone } from "./model";
import { type deployRoles, privateZones, serviceStateBucketName } from "./names";
import { quarantineKeys } from "./quarantine";
import { resolutionKeys } from "./resolution-keys";
import { regionStacksOf } from "./region-stacks";
import { furtherRegions } from "./regions";
import { type Leaving, leavingOf } from "./routing/leaving";
import { routingStacksOf } from "./routing/routing-stacks";
import { accountStackId, dnsStackId, networkRegionStackId } from "./stack-ids";
import { inOrder } from "./stack-order";
import { namesAccounts, watchedAccounts } from "./watched-accounts";

export {
  accountStackId,
  dnsStackId,
  networkRegionStackId,
  platformStacks,
  regionStackId,
  routingRegionStackId,
  securityRegionStackId,
} from "./stack-ids";

export type StackKind =
  | "org"
  | "identity"
  | "costs"
  | "logs"
  | "trail"
  | "security"
  | "network"
  | "account"
  | "rules"
  | "events"
  | "routing"
  | "dns"
  | "region"
  | "network-region"
  | "routing-region"
  | "security-region"
  | "service";

/** Which identity deploys a stack; see the table of stacks in docs/architecture.md. */
export type DeployIdentity = keyof typeof deployRoles;

/** Everything about a stack but its resources. */
export interface StackSpec {
  /** Stack id for `cdktf deploy`, for example `org`, `orders-dev`, `orders-dev-orders`. */
  readonly id: string;
  readonly kind: StackKind;
  /** Account the stack's resources live in. */
  readonly account: Account;
  /** Of a `routing` stack for one of the hub's route tables: which. */
  readonly table?: string | undefined;
  /** Region the stack's resources are in, where that is not the home region. */
  readonly region?: string | undefined;
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

  const services = zone.accounts.filter((account) => account.service !== undefined);
  const guests = zone.accounts.filter(({ sharedVpc }) => sharedVpc !== undefined);
  const active = zone.accounts.filter(({ status }) => status === "active");
  const assigned = zone.accounts.filter(({ access }) => Object.keys(access).length > 0);
  const { response } = zone.security;
  const audit = zone.baseline.auditorRole ? zone.foundation.audit : undefined;
  const ownAccounts = foundationAccounts(zone).map((name): IdKey => `account/${name}`);
  const logsKeys: IdKey[] = [accountKey(logArchive), "kms-key/logs"];
  const zoneKeys = privateZones(zone).map((name): IdKey => `private-zone/${name}`);
  const leaving = leavingOf(zone);
  const routing = routingStacksOf(zone, leaving);
  const center = centerOfEvents(zone);
  const routingIds = routing.map(({ id }) => id);
  const resolving = active.filter((account) => resolvesPrivateZones(zone, account, leaving));
  // What is made comes before what uses it; what goes, after.
  const shrinks = leaving.ofHub.length > 0;
  const goes = ({ name }: Account): boolean => leaving.spokes.includes(name);
  const afterNetwork = shrinks ? [] : ["network"];
  const users = active.filter((account) => account.network ?? account.sharedVpc ?? goes(account));
  const usersIds = [...users.map(({ name }) => accountStackId(name)), ...resolving.map(({ name }) => dnsStackId(name))];

  const stacks = [
    platform("org", "org", management, [], []),
    platform("identity", "identity", management, ["org"], assigned.map(accountKey)),
    ...(hasCosts(zone) ? [platform("costs", "costs", management, ["org"], [accountKey(management)])] : []),
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
      ["org", ...(zone.dns.queryLogs ? ["logs"] : []), ...(shrinks ? [...routingIds, ...usersIds] : [])],
      [
        "organization",
        accountKey(management),
        accountKey(network),
        ...guests.map(accountKey),
        ...(zone.dns.queryLogs ? logsKeys : []),
      ],
    ),
    ...active.map((account) =>
      platform(
        accountStackId(account.name),
        "account",
        account,
        [
          "logs",
          ...(account.network ? afterNetwork : []),
          ...(goes(account) ? routingIds : []),
          ...(goes(account) && resolving.includes(account) ? [dnsStackId(account.name)] : []),
        ],
        [
          accountKey(account),
          ...logsKeys,
          ...(account.network ? (["organization", "transit-gateway"] as const) : []),
          ...(account.network ? resolutionKeys(zone) : []),
          ...(zone.pipeline || zone.identity.breakGlass ? [accountKey(management)] : []),
          ...(account.name === management.name ? quarantineKeys(zone) : []),
          ...(response ? [accountKey(tooling)] : []),
          ...(response && account.name === management.name ? (["organization"] as const) : []),
          ...(audit ? [accountKey(audit)] : []),
          ...(joins(account) && center ? [accountKey(center)] : []),
        ],
      ),
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
    ...(center
      ? [
          platform(
            "events",
            "events",
            center,
            ["org"],
            ["organization", accountKey(center), ...busMembers(zone).map(accountKey)],
          ),
        ]
      : []),
    ...routing.map(({ id, table, needs, accounts }) => ({
      ...platform(
        id,
        "routing",
        network,
        [
          ...(table === undefined ? ["logs"] : []),
          ...afterNetwork,
          ...(table === undefined ? zone.network.regions.map((region) => networkRegionStackId(region.name)) : []),
          ...accounts.map(accountStackId),
        ],
        [accountKey(network), ...needs],
      ),
      table,
    })),
    ...regionStacksOf(zone, leaving, routingIds).map(({ id, kind, account, after, needs, ...rest }) => ({
      ...platform(id, kind, account, [...after], [...needs]),
      ...rest,
    })),
    ...resolving.map((account) =>
      platform(
        dnsStackId(account.name),
        "dns",
        account,
        [...(goes(account) ? [] : [accountStackId(account.name)]), "routing"],
        [
          accountKey(account),
          ...(account.network && zoneKeys.length > 0 ? [`vpc/${account.name}` as const, ...zoneKeys] : []),
        ],
      ),
    ),
    ...services.map((account) =>
      spec(zone, {
        id: `${account.name}-${account.service?.name ?? ""}`,
        kind: "service",
        account,
        identity: "service",
        after: [accountStackId(account.name), ...routingIds, ...(joins(account) && center ? ["events"] : [])],
        needs: [
          accountKey(account),
          `hosted-zone/${account.name}`,
          `state-bucket/${account.name}`,
          ...(joins(account) && center ? [accountKey(center)] : []),
        ],
      }),
    ),
  ];
  return shrinks || leaving.spokes.length > 0 || furtherRegions(zone).length > 0 ? inOrder(stacks) : stacks;
}

/**
 * Whether an account has a stack that associates its VPC with private zones. When the last of them goes, or the VPC, that stays until it is
 * empty.
 */
function resolvesPrivateZones(zone: LandingZone, { name, network }: Account, { ofHub, spokes }: Leaving): boolean {
  const exist = privateZones(zone).length > 0 || ofHub.some((key) => key.startsWith("private-zone/"));
  return exist && (network !== undefined || spokes.includes(name));
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
