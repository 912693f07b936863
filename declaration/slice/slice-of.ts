import { type IdKey, type Ids, idsFrom } from "../ids";
import type { LandingZone } from "../model";
import type { StackKind, StackSpec } from "../stacks";
import { blankAccount, blankZone } from "./blank";
import { canonical } from "./canonical";
import { accountReads } from "./kinds/account";
import { costsReads } from "./kinds/costs";
import { dnsReads } from "./kinds/dns";
import { eventsReads } from "./kinds/events";
import { identityReads } from "./kinds/identity";
import { logsReads } from "./kinds/logs";
import { networkReads } from "./kinds/network";
import { networkRegionReads } from "./kinds/network-region";
import { orgReads } from "./kinds/org";
import { routingRegionReads } from "./kinds/routing-region";
import { routingReads } from "./kinds/routing";
import { regionReads } from "./kinds/region";
import { rulesReads } from "./kinds/rules";
import { securityReads } from "./kinds/security";
import { securityRegionReads } from "./kinds/security-region";
import { serviceReads } from "./kinds/service";
import { trailReads } from "./kinds/trail";
import type { ReadsOf } from "./reads";

/** The part of a zone that one stack is built from, in the types of the whole: everything else is blank. */
export interface Slice {
  readonly zone: LandingZone;
  readonly spec: StackSpec;
}

const readsOf: Readonly<Record<StackKind, ReadsOf>> = {
  org: orgReads,
  identity: identityReads,
  costs: costsReads,
  logs: logsReads,
  trail: trailReads,
  security: securityReads,
  network: networkReads,
  account: accountReads,
  rules: rulesReads,
  events: eventsReads,
  routing: routingReads,
  dns: dnsReads,
  region: regionReads,
  "network-region": networkRegionReads,
  "routing-region": routingRegionReads,
  "security-region": securityRegionReads,
  service: serviceReads,
};

/** What a stack reads, before it is put in order. */
export interface Read {
  readonly zone: Omit<LandingZone, "ids">;
  readonly spec: StackSpec;
  /** The ids that are locked, by key, in order. */
  readonly ids: readonly (readonly [IdKey, string])[];
}

/**
 * The slice of the zone that a stack reads. Builders are given the slice and nothing else, so that a stack's JSON is a function of
 * it: two zones with equal slices have the same stack. Ids that are not locked are missing from it. Order and readiness
 * (`after`, `needs`) are no part of it: they change when a stack is deployed, not what it is.
 */
export function sliceOf(zone: LandingZone, spec: StackSpec): Slice {
  const read = readBy(zone, spec);
  return {
    zone: { ...canonical(read.zone), ids: idsFrom(Object.fromEntries(read.ids)) },
    spec: canonical(read.spec),
  };
}

/** What `sliceOf` puts in order: the slices of two zones are equal when `sameData` says so of this. */
export function readBy(zone: LandingZone, spec: StackSpec): Read {
  const { id, kind, account, table, region, identity, state } = spec;
  const reads = readsOf[kind](zone, spec);
  return {
    zone: {
      ...blankZone,
      partition: zone.partition,
      regions: { ...blankZone.regions, home: zone.regions.home },
      tags: zone.tags,
      imports: { [id]: zone.imports[id] ?? {} },
      ...reads.zone,
    },
    spec: {
      id,
      kind,
      account: { ...blankAccount, name: account.name, owner: account.owner, tags: account.tags, ...reads.account },
      ...(table === undefined ? {} : { table }),
      ...(region === undefined ? {} : { region }),
      identity,
      after: [],
      needs: [],
      lacksRange: false,
      state,
    },
    ids: locked(zone.ids, [`account/${account.name}`, ...reads.ids]),
  };
}

function locked(ids: Ids, keys: readonly IdKey[]): Read["ids"] {
  return [...new Set(keys)]
    .filter((key) => ids.has(key))
    .sort()
    .map((key) => [key, ids.get(key)]);
}
