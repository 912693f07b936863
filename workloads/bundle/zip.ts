import { zipSync } from "fflate";

/** The earliest time a zip can hold. fflate writes local time, so a local date gives the same bytes in every zone. */
const epoch = new Date(1980, 0, 1);

/** A zip that depends on names and contents only: sorted, no times, no owner. */
export function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { mtime: epoch, level: 9, os: 3, attrs: 0o644 << 16 });
}
