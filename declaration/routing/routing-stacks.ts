import type { IdKey } from "../ids";
import type { LandingZone } from "../model";
import { hubNetworks, hubTables, hubVpcs } from "../names";
import type { LandingZoneFile } from "../schema/landing-zone";
import { type Leaving, tablesOf } from "./leaving";
import { type RoutePlan, planRoutes } from "./route-plan";
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

/** Flow log, apex zone and the hub's own tables; with other networks or domains, their ids too. */
function hubKeys(zone: LandingZone, networks: readonly string[], domains: readonly string[]): readonly IdKey[] {
  return [
    `account/${zone.foundation["log-archive"].name}`,
    "egress-attachment",
    "egress-vpc",
    "apex-zone",
    ...[...hubTables(zone), ...domains].map((table): IdKey => `route-table/${table}`),
    ...networks.map((name): IdKey => `hub-attachment/${name}`),
  ];
}

function wholeRouting(zone: LandingZone): Needed {
  const named = (accounts: LandingZone["accounts"]): readonly string[] => accounts.map(({ name }) => name);
  const spokes = named(zone.accounts.filter(({ network }) => network !== undefined));
  const domains = zone.network.domains.map(({ name }) => name);
  return {
    needs: [
      ...hubKeys(zone, hubNetworks(zone), domains),
      ...spokes.map((name): IdKey => `attachment/${name}`),
      ...servicesOf(zone).map((name): IdKey => `name-servers/${name}`),
    ],
    accounts: named(zone.accounts.filter(({ network, service }) => network ?? service)),
  };
}

function hubRouting(zone: LandingZone): Needed {
  const ownVpcs = hubTables(zone).filter((table) => table !== "egress");
  return {
    needs: [...hubKeys(zone, ownVpcs, []), ...servicesOf(zone).map((name): IdKey => `name-servers/${name}`)],
    accounts: servicesOf(zone),
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
