import { loadZone, readZoneFrom, type ZoneResult } from "../declaration/load";
import { readRanges } from "../declaration/lock-file";
import type { LandingZone } from "../declaration/model";
import { rangesToRecord } from "../declaration/record-addresses";
import { addressesLockName } from "../declaration/source/files";
import { readDirectory } from "../declaration/source/read-directory";

/**
 * The zone with the ranges that deploying would give to networks without one. Writes nothing.
 * @throws DeclarationError when it does not validate
 */
export function zoneWithRanges(directory: string): LandingZone {
  const zone = loadZone(directory);
  if (rangesToRecord(zone, readRanges(directory)).size === 0) return zone;
  const result = readWithRanges(directory, directory);
  return "zone" in result ? result.zone : zone;
}

/** Like `zoneWithRanges`, with the problems as data. @param shown the directory's name in problems */
export function readWithRanges(directory: string, shown: string): ZoneResult {
  const files = readDirectory(directory);
  const result = readZoneFrom(files, shown);
  if (!("zone" in result)) return result;
  const recorded = readRanges(directory);
  const added = rangesToRecord(result.zone, recorded);
  if (added.size === 0) return result;
  const ranges = { ...recorded, ...Object.fromEntries(added) };
  return readZoneFrom(new Map([...files, [addressesLockName, JSON.stringify({ version: 1, ranges })]]), shown);
}
