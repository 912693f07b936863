import { isMap, isScalar, type Pair, parseDocument, type Scalar, stringify, type YAMLMap } from "yaml";
import { UserError } from "../user-error";

/**
 * The text of a YAML mapping with a top-level key set to a text value. All else stays byte for byte: comments, order, quotes, line ends.
 * @param after the key below whose line a key goes that is not there yet
 * @throws UserError when the text is no mapping, a key has no text of its own (but a list, an alias or nothing), or neither is there:
 * no checked file of an account is so
 */
export function setKey(text: string, key: string, value: string, after = "name"): string {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) throw unfit("the text is no mapping");
  const present = textPair(text, contents, key);
  if (present) return replace(text, present.value, valueText(contents, key, value, present.value));
  const anchor = textPair(text, contents, after);
  if (!anchor) throw unfit(`the text has neither ${key} nor ${after}`);
  const pair = `${key}: ${valueText(contents, key, value)}`;
  return contents.flow ? insertBehind(text, anchor.value, `, ${pair}`) : insertLine(text, anchor, pair);
}

function unfit(reason: string): UserError {
  return new UserError(reason, "Write the key and its value out, each on a line of its own.");
}

interface TextPair {
  readonly key: Scalar;
  readonly value: Scalar;
}

/** @throws UserError when the key is there without a value that can be replaced: adding it would give it twice */
function textPair(text: string, map: YAMLMap, key: string): TextPair | undefined {
  const pair = map.items.find((item: Pair) => isScalar(item.key) && item.key.value === key);
  if (!pair || !isScalar(pair.key)) return undefined;
  const { value } = pair;
  if (!isScalar(value) || value.anchor !== undefined) throw unfit(`the value of ${key} is no text of its own`);
  const [from, to] = placeOf(text, value);
  if (from === to) throw unfit(`${key} has no value`);
  return { key: pair.key, value };
}

/** The value as it stands behind its key, in the quotes the old one has. */
function valueText(map: YAMLMap, key: string, value: string, old?: Scalar): string {
  const quotes = old?.type === "QUOTE_DOUBLE" || old?.type === "QUOTE_SINGLE" ? old.type : "PLAIN";
  const pair = stringify(
    { [key]: value },
    { collectionStyle: map.flow ? "flow" : "block", defaultStringType: quotes, defaultKeyType: "PLAIN", lineWidth: 0 },
  ).trim();
  const inside = map.flow ? pair.slice(1, -1).trim() : pair;
  return inside.slice(`${key}: `.length);
}

/** A comment behind the `>` or `|` of a block of text stays. */
function replace(text: string, old: Scalar, replacement: string): string {
  const [from, to] = placeOf(text, old);
  const [, comment = ""] = /^[>|][^\s#]*([ \t]+#.*)/.exec(text.slice(from, to)) ?? [];
  return text.slice(0, from) + replacement + comment + text.slice(to);
}

function insertBehind(text: string, value: Scalar, addition: string): string {
  const [, at] = placeOf(text, value);
  return text.slice(0, at) + addition + text.slice(at);
}

/** A new line below the one the pair ends on, a comment behind it staying where it is. */
function insertLine(text: string, { key, value }: TextPair, line: string): string {
  const [keyStart] = placeOf(text, key);
  const [, valueEnd] = placeOf(text, value);
  const indentation = / *$/.exec(text.slice(0, keyStart))?.[0] ?? "";
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const newline = text.indexOf("\n", valueEnd);
  const at = newline === -1 ? text.length : newline + 1;
  const [before, behind] = newline === -1 ? [lineEnd, ""] : ["", lineEnd];
  return text.slice(0, at) + before + indentation + line + behind + text.slice(at);
}

/** Without the line ends that the parser counts to a block of text. */
function placeOf(text: string, { range }: Scalar): readonly [from: number, to: number] {
  if (!range) throw new Error("a parsed node has no place in its text");
  const [from, to] = range;
  return [from, from + text.slice(from, to).trimEnd().length];
}
