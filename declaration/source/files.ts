/** A file of the zone as found: its bytes, its text, or why there is neither. */
export type FileContent = Uint8Array | string | { readonly unreadable: string };

/** Path within the zone directory, with `/`, → content. */
export type ZoneFiles = ReadonlyMap<string, FileContent>;

export const zoneFileName = "landing-zone.yaml";
export const idsLockName = "ids.lock.json";
export const importsFileName = "imports.json";
export const addressesLockName = "addresses.lock.json";

/** Bytes of a file that are read at most; a larger one is a mistake. The ids of 1,000 accounts take about 600 KB. */
export function sizeLimit(name: string): number {
  return name.endsWith(".lock.json") || name.endsWith(importsFileName) ? 4 * 1024 * 1024 : 512 * 1024;
}
