import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setKey } from "../../declaration/edit/set-key";
import { DeclarationError, loadZone, readZone } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import { changedStacks } from "../../declaration/slice/changed-stacks";
import { unknownAccount } from "../../declaration/unknown-account";
import { refuseRetired } from "../onboarding/retired";

/** One key of an account's file gets another value, as data. */
export interface AccountChange {
  readonly account: string;
  /** Path of the account's file within the zone. */
  readonly file: string;
  /** What the file holds afterwards; as before where nothing changes. */
  readonly text: string;
  readonly isChange: boolean;
  readonly before: LandingZone;
  readonly after: LandingZone;
  /** Ids of the stacks that change, in deployment order. */
  readonly stacks: readonly string[];
}

/**
 * Decides how an account's file changes, and sees the zone as it will be then. Reads only.
 * @throws UserError for an account that the zone does not have, or that is suspended or closed
 * @throws DeclarationError when the zone would not validate afterwards
 */
export function planChange(
  directory: string,
  name: string,
  key: "organizationalUnit" | "displayName",
  value: string,
): AccountChange {
  const before = loadZone(directory);
  refuseRetired(before, name);
  const account = before.accounts.find((each) => each.name === name);
  if (!account) throw unknownAccount(name, before.accounts);
  const file = `accounts/${name}.yaml`;
  const old = readFileSync(join(directory, file), "utf8");
  const isChange = account[key] !== value;
  const text = isChange ? setKey(old, key, value) : old;
  const result = readZone(directory, new Map([[file, text]]));
  if ("problems" in result) throw new DeclarationError(result.problems);
  return {
    account: name,
    file,
    text,
    isChange,
    before,
    after: result.zone,
    stacks: changedStacks(before, result.zone),
  };
}
