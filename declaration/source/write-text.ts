import { randomUUID } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file whole or not at all, for a reader sees either the old file or the new.
 * @throws the system's error; the old file is then untouched.
 */
export function writeText(path: string, text: string): void {
  // Hidden, for what a killed run leaves of it beside the files of accounts must not count as one of them.
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
