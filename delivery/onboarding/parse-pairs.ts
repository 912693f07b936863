import { UserError } from "../../declaration/user-error";

/**
 * `GROUP=SET,SET` words as group → permission sets; a group given twice gets the sets of both.
 * @throws UserError for a word of another form
 */
export function parseAccess(words: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const access = new Map<string, readonly string[]>();
  for (const word of words) {
    const [group, sets] = pair(word, "--access", "GROUP=SET, or GROUP=SET,SET");
    access.set(group, [...new Set([...(access.get(group) ?? []), ...sets.split(",").map((set) => set.trim())])]);
  }
  return Object.fromEntries(access);
}

/** `KEY=VALUE` words. @throws UserError for a word of another form, or a key given twice */
export function parseTags(words: readonly string[]): Readonly<Record<string, string>> {
  const tags = new Map<string, string>();
  for (const word of words) {
    const [key, value] = pair(word, "--tag", "KEY=VALUE");
    if (tags.has(key)) throw new UserError(`--tag gives ${key} twice`, "An account has one value of a tag: give one.");
    tags.set(key, value);
  }
  return Object.fromEntries(tags);
}

function pair(word: string, option: string, form: string): readonly [key: string, value: string] {
  const [, key, value] = /^([^=]+)=(.+)$/s.exec(word) ?? [];
  if (key !== undefined && value !== undefined) return [key.trim(), value.trim()];
  throw new UserError(`${option} ${word} has not the form ${form}`, "Give it in that form.");
}
