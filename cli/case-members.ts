import { nearest } from "../engine/nearest";
import { type JsonMember, type JsonNode, typeName } from "../engine/policy/json/json-node";

export type ObjectNode = Extract<JsonNode, { readonly is: "object" }>;

/** Reports what is wrong at an offset of the text. */
export type Report = (at: number, message: string) => void;

/**
 * Reports names that stand twice, and those that are most likely a slip for one that is not there. Other names are let be, so that a file can carry
 * notes and expectations.
 */
export function checkNames(object: ObjectNode, names: readonly string[], fault: Report): void {
  const missing = names.filter((name) => !memberOf(object, name));
  for (const { key, at } of repeated(object, (key) => (names.includes(key) ? key : undefined))) {
    fault(at, `a second ${key}; one is allowed`);
  }
  for (const { key, at } of object.members) {
    const meant = names.includes(key) ? undefined : nearest(key, missing.filter(lengthIsNear(key)));
    if (meant !== undefined) fault(at, `unknown name ${JSON.stringify(key)}; did you mean ${meant}?`);
  }
}

/** A slip seldom costs two letters; what does, such as source for resource, is a word of its own. */
function lengthIsNear(key: string): (name: string) => boolean {
  return (name) => Math.abs(name.length - key.length) <= 1;
}

/** The members whose name, as `nameOf` reads it, stands before them already. */
export function repeated(object: ObjectNode, nameOf: (key: string) => string | undefined): readonly JsonMember[] {
  const seen = new Set<string>();
  return object.members.filter(({ key }) => {
    const name = nameOf(key);
    if (name === undefined) return false;
    const isRepeated = seen.has(name);
    seen.add(name);
    return isRepeated;
  });
}

export function memberOf(object: ObjectNode, key: string): JsonMember | undefined {
  return object.members.find((member) => member.key === key);
}

/** @returns undefined when there is none, or null */
export function textIn(object: ObjectNode, key: string, fault: Report): string | undefined {
  const member = memberOf(object, key);
  if (!member || member.value.is === "null") return undefined;
  if (member.value.is === "string") return member.value.value;
  fault(member.value.at, `${key} is ${typeName(member.value)}; it must be a string`);
  return undefined;
}

export function listIn(object: ObjectNode, key: string, fault: Report): readonly JsonNode[] {
  const member = memberOf(object, key);
  if (member?.value.is === "array") return member.value.items;
  if (member) fault(member.value.at, `${key} is ${typeName(member.value)}; it must be a list`);
  else fault(object.at, `${key} is missing; it must be a list`);
  return [];
}
