import { join } from "node:path";
import { addressRequests, regionalRequests } from "./address-requests";
import { allocate, withReserved } from "./addresses";
import { parseRange } from "./address-range";
import { readRanges } from "./lock-file";
import { loadZone } from "./load";
import type { LandingZone } from "./model";
import { addressesLockName } from "./source/files";
import { sorted, writeJson } from "./source/write-json";

/**
 * Allocates a range for every network that has none and records it in `addresses.lock.json`. What is recorded never changes.
 * Writes nothing when nothing is new.
 * @returns the names that got a range, sorted.
 * @throws DeclarationError when the zone does not validate; that covers a pool without room.
 */
export function recordAddresses(directory: string): string[] {
  const recorded = readRanges(directory);
  const added = rangesToRecord(loadZone(directory), recorded);
  if (added.size === 0) return [];
  const all = sorted({ ...recorded, ...Object.fromEntries(added) });
  writeJson(join(directory, addressesLockName), { version: 1, ranges: all });
  return [...added.keys()].sort();
}

/** The range that each network without one would get: name of the account, shared VPC or hub VPC → CIDR. */
export function rangesToRecord(
  zone: LandingZone,
  recorded: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const pool = parseRange(zone.network.pool);
  if (!pool) throw new Error(`a valid zone has a pool that is no range: ${zone.network.pool}`);
  const { egress, inspection, endpoints, sharedVpcs } = zone.network;
  const requests = addressRequests({
    hubVpcs: { egress, ...(inspection ? { inspection } : {}), ...(endpoints ? { endpoints } : {}) },
    sharedVpcs,
    spokes: zone.accounts.flatMap(({ name, network }) => (network ? [{ name, ...network }] : [])),
  });
  const known = new Map(Object.entries(recorded));
  const spokes = zone.accounts.flatMap(({ name, network }) =>
    network
      ? [{ name, prefixLength: network.prefixLength, regions: (network.regions ?? []).map(({ region }) => region) }]
      : [],
  );
  const elsewhere = zone.network.regions.flatMap(({ name, pool: part }) => {
    const range = parseRange(part);
    return range ? [...allocate(range, regionalRequests(name, spokes), known).ranges] : [];
  });
  const { ranges } = allocate(pool, requests, withReserved(known, zone.network.regions));
  return new Map([...ranges, ...elsewhere].filter(([name]) => !Object.hasOwn(recorded, name)));
}
