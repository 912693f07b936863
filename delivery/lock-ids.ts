import { readIds, writeIds } from "../declaration/lock-file";
import { hasChanges, type IdChanges, type IdRecord, mergeIds } from "./merge-ids";

/**
 * Merges a stack's ids into the zone's `ids.lock.json`, which is written whole or not at all, and only when something changed.
 * @param leaving as in `mergeIds`
 */
export function lockIds(
  zoneDirectory: string,
  found: IdRecord,
  leaving: readonly string[] = [],
): { readonly ids: IdRecord; readonly changes: IdChanges } {
  const merged = mergeIds(readIds(zoneDirectory), found, leaving);
  if (hasChanges(merged.changes)) writeIds(zoneDirectory, merged.ids);
  return merged;
}
