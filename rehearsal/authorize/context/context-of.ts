import { callerKeys, principalTag, tokenClaim } from "./caller-keys";
import { hasEc2Key, isOpenUnlessSent } from "./ec2-types";
import type { Asked } from "./facts";
import { inputValue, valuesAt } from "./input-value";
import { type KeyValue, unknown } from "./key-value";
import { lookedUpKeys } from "./looked-up-keys";
import { requestKeys, requestTag } from "./request-keys";
import { s3Key } from "./s3-keys";

/** What is known of the condition keys some statements need. */
export interface KnownContext {
  /** Keys in lower case. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly unknown: (key: string) => boolean;
}

/** @param keys the condition keys and variables to be known, as the statements write them */
export async function contextOf(keys: readonly string[], asked: Asked): Promise<KnownContext> {
  const context: Record<string, string | readonly string[]> = {};
  const open = new Set<string>();
  for (const key of new Set(keys.map((each) => each.toLowerCase()))) {
    const value = await valueOf(key, asked);
    if (value === unknown) open.add(key);
    else if (value !== undefined) context[key] = value;
  }
  return { context, unknown: (key) => open.has(key.toLowerCase()) };
}

async function valueOf(key: string, asked: Asked): Promise<KeyValue> {
  const [, kind, tag] = /^aws:(principaltag|requesttag|resourcetag)\/(.+)$/.exec(key) ?? [];
  if (kind === "principaltag" && tag !== undefined) return principalTag(asked, tag);
  const rule = own(callerKeys, key) ?? own(requestKeys, key);
  if (rule && !isOfTheAction(key)) return rule(asked);
  if (!carries(asked, key)) return tokenClaim(asked, key);
  if (!asked.isRead) return unknown;
  if (!hasEc2Key(key, asked.need.resource)) return undefined;
  if (rule) return rule(asked);
  if (kind === "requesttag" && tag !== undefined) return requestTag(asked, tag);
  if (key.startsWith("ec2:attribute/")) return attribute(asked, key.slice("ec2:attribute/".length));
  const further = own(lookedUpKeys, key) ?? s3Key(key);
  if (further) return further(asked);
  const { found, sent, value } = inputValue(key, asked.input);
  return found && (sent || !isOpenUnlessSent(key, asked)) ? value : unknown;
}

/** A member that an operation on attributes sets, `{Value: …}` or bare (EC2 API Reference, "ModifyInstanceAttribute"). */
function attribute({ input }: Asked, name: string): KeyValue {
  return valuesAt(input, `${name}.Value`)[0] ?? valuesAt(input, name)[0];
}

/** Global keys that only some actions carry: the reference lists them with those. */
const isOfTheAction = (key: string): boolean => key === "aws:tagkeys";

/** Whether a call of the action can carry a key (Service Authorization Reference, the condition keys of the action and its resource types). */
function carries({ action }: Asked, key: string): boolean {
  if (action === undefined) return true;
  return action.conditionKeys.some((each) => {
    const [, stem, variable] = /^(.*?)(\*|<key>|tag-key)?$/.exec(each.toLowerCase()) ?? [];
    return variable === undefined ? key === stem : key.startsWith(stem ?? "");
  });
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
