import type { IdKey } from "../ids";
import type { LandingZone } from "../model";
import { hubTables, hubVpcIdKey, hubVpcs, privateZones } from "../names";
import { resolutionKeys } from "../resolution-keys";
import type { LandingZoneFile } from "../schema/landing-zone";
import { type Leaving, tablesOf } from "./leaving";
import { membersOf } from "./members";
import { peeringKey } from "./regional";
import type { RoutePlan } from "./hub-routes";
import { hubVpcKey, planRoutes } from "./route-plan";
import { attachmentsIn, partOfTable } from "./table-part";

/** A stack with routes of the hub, in the network account. */
export interface RoutingStack {
  readonly id: string;
  /** The one table whose routes it holds; undefined for `routing` itself. */
  readonly table: string | undefined;
  /** Ids it names, beside that of the network account. */
  readonly needs: readonly IdKey[];
  /** Accounts whose stacks make some of these. */
  readonly accounts: readonly string[];
}

/** Id of a table's own stack. */
export function routingStackId(table: string): string {
  return `routing-${table}`;
}

/** Id of the stack that associates the members of a route domain. */
export function routingStackOf({ network: { routingStacks } }: LandingZone, domain: string): string {
  return routingStacks === "one" ? "routing" : routingStackId(domain);
}

/** Ids of the tables' own stacks in a zone that is being checked. */
export function declaredRoutingStacks(network: LandingZoneFile["network"] | undefined): readonly string[] {
  if (network?.routingStacks !== "per-domain") return [];
  const { inspection, endpoints, domains } = network;
  const own = [hubVpcs.egress, ...(inspection ? [hubVpcs.inspection] : []), ...(endpoints ? [hubVpcs.endpoints] : [])];
  return [...Object.keys(domains), ...own].map(routingStackId);
}

/**
 * The stacks that hold the hub's routes: `routing` alone, or with one more for each route table. A table that the zone declares no
 * more, but that exists, keeps an empty stack, which takes its routes away before the table goes.
 */
export function routingStacksOf(zone: LandingZone, { tables, spokes }: Leaving): readonly RoutingStack[] {
  const { routingStacks } = zone.network;
  const stays = (name: string): boolean => !spokes.includes(name);
  if (routingStacks === "one") return [{ ...wholeRouting(zone), id: "routing", table: undefined }].map(without(stays));
  const plan = planRoutes(zone);
  return [
    { ...hubRouting(zone), id: "routing", table: undefined },
    ...tablesOf(zone).map((table) => ({ ...tableRouting(plan, table), id: routingStackId(table), table })),
    ...tables.map((table) => ({ id: routingStackId(table), table, needs: [], accounts: [] })),
  ].map(without(stays));
}

/** An account whose attachment goes comes after the routes, not before. */
function without(stays: (account: string) => boolean): (stack: RoutingStack) => RoutingStack {
  return (stack) => ({ ...stack, accounts: stack.accounts.filter(stays) });
}

type Needed = Pick<RoutingStack, "needs" | "accounts">;

/** Of the hub's own VPCs, shared ones and the log archive: what `routing` holds in either case. */
function hubKeys(zone: LandingZone): readonly IdKey[] {
  const tables = hubTables(zone);
  return [
    `account/${zone.foundation["log-archive"].name}`,
    ...tables.map(hubVpcKey),
    ...[...tables, ...zone.network.sharedVpcs.map(({ name }) => name)].map(hubVpcIdKey),
    "apex-zone",
    ...(zone.network.transitGateway.flowLogs ? (["transit-gateway"] as const) : []),
    ...tables.map((table): IdKey => `route-table/${table}`),
    ...resolutionKeys(zone),
  ];
}

/** Delegations and authorizations of private zones. */
function nameKeys(zone: LandingZone): readonly IdKey[] {
  return [
    ...privateZones(zone).map((name): IdKey => `private-zone/${name}`),
    ...resolvingOf(zone).map((name): IdKey => `vpc/${name}`),
    ...servicesOf(zone).map((name): IdKey => `name-servers/${name}`),
  ];
}

function hubRouting(zone: LandingZone): Needed {
  return {
    needs: [...hubKeys(zone), ...nameKeys(zone)],
    accounts: [...new Set([...servicesOf(zone), ...resolvingOf(zone)])],
  };
}

function wholeRouting(zone: LandingZone): Needed {
  return {
    needs: [
      ...hubKeys(zone),
      ...zone.network.domains.map(({ name }): IdKey => `route-table/${name}`),
      ...membersOf(zone).map(({ key }) => key),
      ...zone.network.regions.flatMap(({ name }): readonly IdKey[] => [`route-table/${name}`, peeringKey(name)]),
      ...nameKeys(zone),
    ],
    accounts: zone.accounts.filter(({ network, service }) => network ?? service).map(({ name }) => name),
  };
}

function tableRouting(plan: RoutePlan, table: string): Needed {
  const keys = [...attachmentsIn(partOfTable(plan, table))].flatMap((name) => plan.attachments[name] ?? []);
  return {
    needs: [`route-table/${table}`, ...keys],
    accounts: keys.flatMap((key) => (key.startsWith("attachment/") ? [key.slice("attachment/".length)] : [])),
  };
}

function servicesOf({ accounts }: LandingZone): readonly string[] {
  return accounts.filter(({ service }) => service !== undefined).map(({ name }) => name);
}

/** Accounts whose spoke resolves private zones. */
function resolvingOf(zone: LandingZone): readonly string[] {
  if (privateZones(zone).length === 0) return [];
  return zone.accounts.filter(({ network }) => network !== undefined).map(({ name }) => name);
}
