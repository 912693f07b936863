import { writeText } from "./write-text";

/** Writes indented JSON with a trailing newline: whole or not at all, as `writeText` does. */
export function writeJson(path: string, value: object): void {
  writeText(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Entries in the order of their keys, so that a lock file's diff shows only what changed. */
export function sorted(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
