import type { IdKey } from "../ids";
import type { LandingZone } from "../model";
import { regionalMembersOf } from "./regional";
import { hubNetworks, hubTables, privateZones } from "../names";

/**
 * What `ids.lock.json` says exists and the zone declares no more. The next deployment takes it down, and what uses it first: the hub's
 * routes, then accounts, then the hub.
 */
export interface Leaving {
  /** Route tables of domains and of the hub's own VPCs. */
  readonly tables: readonly string[];
  /** What the `network` stack made, the tables among it. */
  readonly ofHub: readonly IdKey[];
  /** Active accounts that had a spoke and have none now. One that is suspended or closed is offboarded. */
  readonly spokes: readonly string[];
  /** Spokes beyond the home region that an account had and has no more, as the keys of their attachments. */
  readonly regionalSpokes: readonly IdKey[];
}

const nothing: Leaving = { tables: [], ofHub: [], spokes: [], regionalSpokes: [] };

/** Whether the zone still declares what the `network` stack made under a key of this kind and name. */
const isDeclared: Readonly<Record<string, (zone: LandingZone, name: string) => boolean>> = {
  "route-table": (zone, name) => tablesOf(zone).includes(name),
  "hub-attachment": (zone, name) => hubNetworks(zone).includes(name),
  "hub-vpc": (zone, name) => hubNetworks(zone).includes(name),
  "shared-subnet": ({ network }, name) => network.sharedVpcs.some((vpc) => vpc.name === name),
  "private-zone": (zone, name) => privateZones(zone).includes(name),
  "resolver-rule": ({ dns }, name) => Object.hasOwn(dns.resolver?.forward ?? {}, name),
  "query-log-config": ({ dns }) => dns.queryLogs,
  "dns-firewall": ({ dns }) => dns.firewall !== undefined,
};

export function leavingOf(zone: LandingZone): Leaving {
  const entries = zone.ids.entries();
  if (entries.length === 0) return nothing;
  const without = new Set(
    zone.accounts.filter(({ status, network }) => status === "active" && !network).map(({ name }) => name),
  );
  const active = new Set(zone.accounts.filter(({ status }) => status === "active").map(({ name }) => name));
  const elsewhere = new Set<string>(regionalMembersOf(zone).map(({ key }) => key));
  const leaving = {
    tables: [] as string[],
    ofHub: [] as IdKey[],
    spokes: [] as string[],
    regionalSpokes: [] as IdKey[],
  };
  for (const [key] of entries) {
    const [kind = "", name = ""] = key.split(/\/(.*)/s);
    if (kind === "region-attachment" && !elsewhere.has(key) && active.has(name.replace(/^.*\//s, "")))
      leaving.regionalSpokes.push(key as IdKey);
    if (kind === "attachment" && without.has(name)) leaving.spokes.push(name);
    if (isDeclared[kind]?.(zone, name) !== false) continue;
    leaving.ofHub.push(key as IdKey);
    if (kind === "route-table") leaving.tables.push(name);
  }
  return leaving;
}

/** Keys of all that leaves: an id goes out of the lock file once the stack that made it has been applied without it. */
export function leavingKeys(zone: LandingZone): readonly IdKey[] {
  const { ofHub, spokes, regionalSpokes } = leavingOf(zone);
  return [
    ...ofHub,
    ...regionalSpokes,
    ...spokes.flatMap((account): readonly IdKey[] => [`attachment/${account}`, `vpc/${account}`]),
  ];
}

/** Transit Gateway route tables the zone declares. */
export function tablesOf(zone: LandingZone): readonly string[] {
  const { domains, regions } = zone.network;
  return [...[...domains, ...regions].map(({ name }) => name), ...hubTables(zone)];
}
