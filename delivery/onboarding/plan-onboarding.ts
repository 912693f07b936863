import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accountText } from "../../declaration/edit/account-text";
import { DeclarationError, readZone } from "../../declaration/load";
import { readRanges } from "../../declaration/lock-file";
import type { Account, LandingZone } from "../../declaration/model";
import { rangesToRecord } from "../../declaration/record-addresses";
import { changedStacks } from "../../declaration/slice/changed-stacks";
import { addressesLockName } from "../../declaration/source/files";
import { readDirectory } from "../../declaration/source/read-directory";
import { accountKeys } from "./account-keys";
import type { AccountRequest } from "./account-request";
import { checkAgreement } from "./agreement";
import { completeRequest } from "./complete-request";
import { contactOf, wholeContact } from "./contact";
import type { Choices } from "./questions";
import { refuseRetired } from "./retired";
import { schemaComment } from "./schema-comment";

/** What onboarding an account comes to, as data. */
export interface Onboarding {
  readonly account: Account;
  /** `new`: nothing is there; `begun`: its file is, its range is not; `there`: both are. */
  readonly state: "new" | "begun" | "there";
  /** Path of the account's file within the zone. */
  readonly file: string;
  /** What the file holds in the end. */
  readonly text: string;
  /** The zone with the account and its range. */
  readonly zone: LandingZone;
  /** Ids of the stacks that the account makes or changes, in deployment order. */
  readonly stacks: readonly string[];
  /** Paths within the zone of what is written, to be committed. */
  readonly files: readonly string[];
}

/**
 * Decides what to write for an account, and sees the zone as it will be then. Reads only.
 * @param choices the zone as it is in the directory
 * @throws DeclarationError when the zone would not validate with the account
 * @throws UserError when too little is known of the account, or another one has its name
 */
export function planOnboarding(directory: string, choices: Choices, request: AccountRequest): Onboarding {
  const { name } = request;
  const file = `accounts/${name}.yaml`;
  refuseRetired(choices.zone, name);
  const declared = choices.zone.accounts.find((account) => account.name === name);
  if (declared) checkAgreement(request, declared, join(directory, file));
  const text = declared ? readFileSync(join(directory, file), "utf8") : newText(directory, choices, request);

  const recorded = readRanges(directory);
  const added = rangesToRecord(zoneWith(directory, new Map([[file, text]])), recorded);
  const ranges = { ...recorded, ...Object.fromEntries(added) };
  const zone = zoneWith(directory, new Map([[file, text]]).set(addressesLockName, lockText(ranges)));
  const account = zone.accounts.find((each) => each.name === name);
  if (!account) throw new Error(`${file} was written for ${name} and does not declare it`);
  return {
    account,
    state: declared ? (added.has(name) ? "begun" : "there") : "new",
    file,
    text,
    zone,
    stacks: changedStacks(zoneWithout(directory, file, name, ranges), zone),
    files: account.network ? [file, addressesLockName] : [file],
  };
}

function newText(directory: string, choices: Choices, request: AccountRequest): string {
  const complete = completeRequest(choices, request);
  const contact = wholeContact(contactOf(choices.zone, complete));
  return accountText(accountKeys(complete, contact), schemaComment(readDirectory(directory)));
}

/** The zone as it would be without the account, other networks having their ranges; `undefined` when that is no valid zone. */
function zoneWithout(
  directory: string,
  file: string,
  name: string,
  ranges: Readonly<Record<string, string>>,
): LandingZone | undefined {
  const others = Object.fromEntries(Object.entries(ranges).filter(([other]) => other !== name));
  const texts = new Map<string, string | undefined>([
    [file, undefined],
    [addressesLockName, lockText(others)],
  ]);
  const result = readZone(directory, texts);
  return "zone" in result ? result.zone : undefined;
}

function lockText(ranges: Readonly<Record<string, string>>): string {
  return JSON.stringify({ version: 1, ranges });
}

function zoneWith(directory: string, texts: ReadonlyMap<string, string>): LandingZone {
  const result = readZone(directory, texts);
  if ("zone" in result) return result.zone;
  throw new DeclarationError(result.problems);
}
