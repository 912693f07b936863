import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes a copy of the zone in which the account is active, with every id and range that was recorded: what its stacks are
 * destroyed from, for a suspended account has none.
 * @returns the copy's directory, which is the caller's to remove
 */
export function copyFormerZone(zoneDirectory: string, activate: (copy: string) => void): string {
  const copy = join(mkdtempSync(join(tmpdir(), "landfall-former-")), "zone");
  cpSync(zoneDirectory, copy, { recursive: true });
  activate(copy);
  return copy;
}
