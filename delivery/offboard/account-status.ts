import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDrafts } from "../../declaration/draft/read-drafts";
import { setKey } from "../../declaration/edit/set-key";
import type { AccountStatus } from "../../declaration/schema/account";
import { readDirectory } from "../../declaration/source/read-directory";
import { writeText } from "../../declaration/source/write-text";

/** Accounts that the zone's files declare, closed ones too, each with its file and status. */
export interface DeclaredAccount {
  readonly name: string;
  /** Path of the file within the zone. */
  readonly file: string;
  readonly status: AccountStatus;
}

export function declaredAccounts(zoneDirectory: string): readonly DeclaredAccount[] {
  const { draft } = readDrafts(readDirectory(zoneDirectory), zoneDirectory, undefined);
  return draft.accounts.flatMap(({ source, account: { name, status } }) =>
    name === undefined ? [] : [{ name, file: source.name, status: status ?? "active" }],
  );
}

/** What an account's file says now. */
export function statusOf(zoneDirectory: string, name: string): AccountStatus {
  const found = declaredAccounts(zoneDirectory).find((account) => account.name === name);
  if (!found) throw new Error(`no file of the zone declares ${name} any more`);
  return found.status;
}

/** Writes an account's status into its file; everything else in the file stays as it is. */
export function writeStatus(zoneDirectory: string, name: string, status: AccountStatus): void {
  const found = declaredAccounts(zoneDirectory).find((account) => account.name === name);
  if (!found) throw new Error(`no file of the zone declares ${name} any more`);
  const file = join(zoneDirectory, found.file);
  writeText(file, setKey(readFileSync(file, "utf8"), "status", status, "organizationalUnit"));
}
