import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";
import { contractError, type ContractProblem } from "./contract-error";

/** A YAML document as plain data: local references resolved, `x-` extensions left out. */
export interface ReadDocument {
  readonly data: unknown;
  /** Line (from 1) of the value at a path of the data; of its nearest parent when the value is missing. */
  lineOf(path: readonly PropertyKey[]): number;
  readonly problems: readonly ContractProblem[];
}

interface Reading {
  readonly document: Document.Parsed;
  readonly problem: (node: unknown, message: string) => void;
  /** Node that each object and list of the data came from. */
  readonly origins: WeakMap<object, Node>;
}

/**
 * Reads YAML and replaces each `$ref: "#/…"` by what it points to.
 *
 * @throws UserError when the text is not YAML at all; every other problem is returned.
 */
export function readDocument(text: string, file: string): ReadDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    throw contractError(document.errors.map(({ pos, message }) => ({ file, line: lineAt(pos[0]), message })));
  }
  const problems: ContractProblem[] = [];
  const offsetOf = (node: unknown): number => (node as Node | undefined)?.range?.[0] ?? 0;
  const reading: Reading = {
    document,
    problem: (node, message) => problems.push({ file, line: lineAt(offsetOf(node)), message }),
    origins: new WeakMap(),
  };
  const data = plain(reading, document.contents, []);
  return { data, problems, lineOf: (path) => lineAt(offsetOf(nodeAt(reading, data, path))) };
}

function plain(reading: Reading, node: unknown, references: readonly string[]): unknown {
  if (isScalar(node)) return node.value;
  if (isAlias(node)) return (reading.problem(node, "YAML aliases are not supported; use $ref"), undefined);
  if (isSeq(node)) {
    return remember(
      reading,
      node,
      node.items.map((item) => plain(reading, item, references)),
    );
  }
  if (!isMap(node)) return undefined;
  const reference = node.get("$ref");
  if (typeof reference === "string") return resolve(reading, node, reference, references);
  const entries = node.items
    .map(({ key, value }) => [String(isScalar(key) ? key.value : key), value] as const)
    .filter(([key]) => !key.startsWith("x-"))
    .map(([key, value]) => [key, plain(reading, value, references)] as const);
  return remember(reading, node, Object.fromEntries(entries));
}

function resolve(reading: Reading, node: Node, reference: string, references: readonly string[]): unknown {
  if (isMap(node) && node.items.length > 1) reading.problem(node, "keys beside $ref are not supported");
  if (references.includes(reference)) return (reading.problem(node, `${reference} contains itself`), undefined);
  const target = reference.startsWith("#/")
    ? reading.document.getIn(reference.slice(2).split("/").map(unescapePointer), true)
    : undefined;
  if (target === undefined) {
    return (
      reading.problem(node, `${reference} does not exist in this file; only local references are supported`),
      undefined
    );
  }
  return plain(reading, target, [...references, reference]);
}

/** RFC 6901: `~1` stands for `/` and `~0` for `~`. */
function unescapePointer(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

function remember<T extends object>(reading: Reading, node: Node, data: T): T {
  reading.origins.set(data, node);
  return data;
}

function nodeAt(reading: Reading, data: unknown, path: readonly PropertyKey[]): unknown {
  let node: unknown = reading.document.contents;
  let value = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return node;
    const origin = reading.origins.get(value);
    if (isMap(origin)) {
      const pair = origin.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
      if (!pair) return node;
      node = pair.key;
    } else if (isSeq(origin)) node = origin.items[Number(key)] ?? origin;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return node;
}
