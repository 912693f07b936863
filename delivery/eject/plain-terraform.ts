/** Where CDKTF notes the construct a block comes from; Terraform reads the key as a comment ("JSON Configuration Syntax", comment properties). */
const commentKey = "//";

type Json = Readonly<Record<string, unknown>>;

/** A stack's `cdk.tf.json` without CDKTF's metadata: what Terraform reads of it, and nothing else. */
export function plainTerraform(text: string): string {
  const stack: unknown = JSON.parse(text);
  if (!isObject(stack)) throw new Error("a synthesised stack is a JSON object");
  const plain = Object.entries(withoutComment(stack)).map(([block, content]) => [
    block,
    commentedBlocks.includes(block) ? eachResource(content) : content,
  ]);
  return `${JSON.stringify(Object.fromEntries(plain), undefined, 2)}\n`;
}

/** Blocks CDKTF comments, `TYPE` and `NAME` below them; anywhere deeper a key `//` is the declaration's own. */
const commentedBlocks: readonly string[] = ["resource", "data"];

function eachResource(types: unknown): unknown {
  return mapValues(types, (named) => mapValues(named, withoutComment));
}

function mapValues(value: unknown, change: (value: unknown) => unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member)]));
}

function withoutComment(value: unknown): Json {
  return Object.fromEntries(Object.entries(isObject(value) ? value : {}).filter(([name]) => name !== commentKey));
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
