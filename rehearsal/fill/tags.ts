import { isList, isMembers, shapeOf } from "./shape";
import type { Members, OperationModel, ServiceModel, ShapeReference, Value } from "./shape";
import type { Tags } from "./store";

const tagsMember = /^(resource)?tags(list)?$/i;

/** The tags an input carries, whether its model writes them as a map or as a list of key and value. */
export function tagsIn(input: Members): Tags {
  const found = Object.entries(input).find(([name]) => tagsMember.test(name))?.[1];
  return found === undefined ? {} : readTags(found);
}

export const isTagsMember = (name: string): boolean => tagsMember.test(name);

function readTags(value: Value): Tags {
  if (isList(value))
    return Object.fromEntries(value.filter(isMembers).map((pair) => [text(pair, "key"), text(pair, "value")]));
  return isMembers(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, String(item)])) : {};
}

function text(pair: Members, suffix: string): string {
  const found = Object.entries(pair).find(([name]) => name.toLowerCase().endsWith(suffix))?.[1];
  return typeof found === "string" ? found : "";
}

/** Tags in the form a member's shape asks for. */
export function writeTags(model: ServiceModel, reference: ShapeReference, tags: Tags): Value {
  const shape = shapeOf(model, reference);
  if (shape.type !== "list" || !shape.member) return tags;
  const names = Object.keys(shapeOf(model, shape.member).members ?? {});
  const key = names.find((name) => name.toLowerCase().endsWith("key")) ?? "Key";
  const value = names.find((name) => name.toLowerCase().endsWith("value")) ?? "Value";
  return Object.entries(tags).map(([tag, content]) => ({ [key]: tag, [value]: content }));
}

/** The member of a tag operation's input that names the resource: by its ARN, nearly always. */
export function taggedArn(model: ServiceModel, operation: OperationModel, input: Members): string | undefined {
  const names = Object.keys((operation.input && shapeOf(model, operation.input).members) ?? {});
  const given = names.filter((name) => input[name] !== undefined);
  const name =
    given.find((each) => /resource.*arn$/i.test(each)) ?? given.find((each) => /(arn|resourceid)$/i.test(each));
  const value = name === undefined ? undefined : input[name];
  return typeof value === "string" ? value : undefined;
}

/** Tag keys to remove: the input's list of strings. */
export function tagKeysIn(input: Members): readonly string[] {
  const keys = Object.entries(input).find(([name]) => /tagkeys/i.test(name))?.[1];
  return isList(keys) ? keys.filter((key): key is string => typeof key === "string") : [];
}
