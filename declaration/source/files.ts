/** A file of the zone as found: its bytes, its text, or why there is neither. */
export type FileContent = Uint8Array | string | { readonly unreadable: string };

/** Path within the zone directory, with `/`, → content. */
export type ZoneFiles = ReadonlyMap<string, FileContent>;

export const zoneFileName = "landing-zone.yaml";
export const idsLockName = "ids.lock.json";
export const addressesLockName = "addresses.lock.json";

/** A file larger than this is a mistake, not a declaration: 1,000 accounts lock in about 600 KB. Bytes. */
export const maximumFileSize = 4 * 1024 * 1024;
