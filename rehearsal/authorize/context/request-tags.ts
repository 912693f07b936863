import { isList, isMembers, type Members, type Value } from "../../fill/shape";

/** Members that hold tags to set; `TagSpecification` holds them one level down. */
const tagMember = /^(tags|taglist|tagset|tagspecifications?|hostedzonetags|addtags|tag)$/i;
const keyMember = /^(key|tagkey)$/i;
const valueMember = /^(value|tagvalue)$/i;

/**
 * The tags a call sends (IAM User Guide, "AWS global condition context keys": `aws:RequestTag`, `aws:TagKeys`): lists of key and value or maps in
 * the input, and `<Tag>` elements of a body in XML.
 */
export function requestTags(input: Members, body: Buffer): Readonly<Record<string, string>> {
  const inXml = body.subarray(0, 1).toString() === "<" ? [...body.toString().matchAll(xmlTag)] : [];
  return Object.fromEntries([
    ...tagsIn(input, false),
    ...inXml.map(([, key = "", value = ""]): [string, string] => [key, value]),
  ]);
}

const xmlTag = /<Tag>\s*<Key>([^<]*)<\/Key>\s*<Value>([^<]*)<\/Value>\s*<\/Tag>/g;

function tagsIn(value: Value, inTags: boolean): readonly [string, string][] {
  if (isList(value)) return value.flatMap((each) => tagsIn(each, inTags));
  if (!isMembers(value)) return [];
  const entries = Object.entries(value);
  if (!inTags) return entries.flatMap(([name, member]) => (tagMember.test(name) ? tagsIn(member, true) : []));
  const text = (pattern: RegExp): string | undefined => {
    const found = entries.find(([name]) => pattern.test(name))?.[1];
    return typeof found === "string" ? found : undefined;
  };
  const key = text(keyMember);
  if (key !== undefined) return [[key, text(valueMember) ?? ""]];
  const nested = entries.flatMap(([name, member]) => (tagMember.test(name) ? tagsIn(member, true) : []));
  if (nested.length > 0) return nested;
  return entries.flatMap(([name, member]): [string, string][] => (typeof member === "string" ? [[name, member]] : []));
}

/** Keys that a call names to be removed: they are among `aws:TagKeys` too. */
export function untaggedKeys(input: Members): readonly string[] {
  return Object.entries(input).flatMap(([name, value]) =>
    /^tag_?keys(list)?$/i.test(name) && isList(value)
      ? value.filter((each): each is string => typeof each === "string")
      : [],
  );
}
