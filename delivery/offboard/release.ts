import { join } from "node:path";
import { readIds, readRanges, writeIds } from "../../declaration/lock-file";
import { addressesLockName } from "../../declaration/source/files";
import { sorted, writeJson } from "../../declaration/source/write-json";

/** Whether `addresses.lock.json` holds a range of the account's. */
export function holdsRange(zoneDirectory: string, account: string): boolean {
  return Object.keys(readRanges(zoneDirectory)).some((name) => isRangeOf(account, name));
}

/** Gives the account's range back to the pool. */
export function releaseRange(zoneDirectory: string, account: string): void {
  const kept = Object.entries(readRanges(zoneDirectory)).filter(([name]) => !isRangeOf(account, name));
  writeJson(join(zoneDirectory, addressesLockName), { version: 1, ranges: sorted(Object.fromEntries(kept)) });
}

/** Its spokes beyond the home region have ranges of their own. */
function isRangeOf(account: string, name: string): boolean {
  return name === account || name.startsWith(`${account}/`);
}

/** Whether `ids.lock.json` holds what AWS chose for the account: its id, attachment, hosted zone, bucket … */
export function holdsIds(zoneDirectory: string, account: string): boolean {
  return Object.keys(readIds(zoneDirectory)).some((key) => isOf(account, key));
}

export function releaseIds(zoneDirectory: string, account: string): void {
  const kept = Object.entries(readIds(zoneDirectory)).filter(([key]) => !isOf(account, key));
  writeIds(zoneDirectory, Object.fromEntries(kept));
}

/** Kinds of ids that are an account's own; others may be named like an account, an organizational unit for one. */
const kinds = ["account", "attachment", "hosted-zone", "name-servers", "state-bucket", "vpc"];

function isOf(account: string, key: string): boolean {
  return (
    kinds.some((kind) => key === `${kind}/${account}`) ||
    (key.startsWith("region-attachment/") && key.endsWith(`/${account}`))
  );
}
