import { isList, isMembers, type Members, type Value } from "../../fill/shape";
import { type InputKey, inputKeys } from "./input-keys";
import type { KeyValue } from "./key-value";

export interface InputValue {
  readonly found: boolean;
  readonly sent: boolean;
  readonly value: KeyValue;
}

/**
 * A condition key's value from a call's input.
 * @param key in lower case
 * @returns `found: false` when no rule is known for the key, `sent: false` when the value is what the service takes where none is sent
 */
export function inputValue(key: string, input: Members): InputValue {
  const rows = Object.hasOwn(inputKeys, key) ? inputKeys[key] : undefined;
  if (rows === undefined) return { found: false, sent: false, value: undefined };
  for (const row of rows) {
    const values = valuesAt(input, row.path);
    if (values.length > 0) return { found: true, sent: true, value: isListed(row) ? values : values[0] };
  }
  return { found: true, sent: false, value: rows.find(({ otherwise }) => otherwise !== undefined)?.otherwise };
}

const isListed = ({ path }: InputKey): boolean => path.includes("[]");

/** The scalars at a path of an input as texts; names of members in any case. */
export function valuesAt(input: Members, path: string): readonly string[] {
  return below(input, path.split("."));
}

function below(value: Value | undefined, [first, ...rest]: readonly string[]): readonly string[] {
  if (value === undefined || value === null) return [];
  if (first === undefined) return isList(value) || isMembers(value) ? [] : [String(value)];
  if (!isMembers(value)) return [];
  const name = first.replace("[]", "").toLowerCase();
  const member = Object.entries(value).find(([each]) => each.toLowerCase() === name)?.[1];
  if (!first.endsWith("[]")) return below(member, rest);
  return isList(member) ? member.flatMap((each) => below(each, rest)) : [];
}
