import { loadZone, readZone } from "../declaration/load";
import { readRanges } from "../declaration/lock-file";
import type { LandingZone } from "../declaration/model";
import { rangesToRecord } from "../declaration/record-addresses";
import { addressesLockName } from "../declaration/source/files";

/**
 * The zone with the ranges that deploying would give to networks without one. Writes nothing.
 * @throws DeclarationError when it does not validate
 */
export function zoneWithRanges(directory: string): LandingZone {
  const zone = loadZone(directory);
  const recorded = readRanges(directory);
  const added = rangesToRecord(zone, recorded);
  if (added.size === 0) return zone;
  const ranges = { ...recorded, ...Object.fromEntries(added) };
  const result = readZone(directory, new Map([[addressesLockName, JSON.stringify({ version: 1, ranges })]]));
  return "zone" in result ? result.zone : zone;
}
