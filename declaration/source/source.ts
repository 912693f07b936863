import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node } from "yaml";
import type { ProblemCode } from "../problem/codes";
import type { Problem } from "../problem/problem";

export type Path = readonly PropertyKey[];

/** A parsed file that can tell where each of its keys and values stands. */
export interface Source {
  /** Path within the zone directory, for example `accounts/orders-dev.yaml`. */
  readonly name: string;
  /** Path as problems show it. */
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Where everything stands: read when it is first asked for, as most files have no problem to point at. */
  readonly places: () => Places;
}

export interface Places {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** A problem at the value of `path`, or at its key. Where the path ends early, at the last key that exists. */
export function problemAt(
  source: Source,
  path: Path,
  code: ProblemCode,
  message: string,
  at: "key" | "value" = "value",
): Problem {
  const { document, lines } = source.places();
  return problemAtOffset({ file: source.file, lines }, offsetOf(document.contents, path, at), code, message);
}

export function problemAtOffset(
  source: { readonly file: string; readonly lines: LineCounter },
  offset: number,
  code: ProblemCode,
  message: string,
): Problem {
  const { line, col } = source.lines.linePos(offset);
  return { file: source.file, line: Math.max(1, line), column: Math.max(1, col), code, message };
}

/** A problem of the whole file. */
export function problemOfFile(file: string, code: ProblemCode, message: string): Problem {
  return { file, line: 1, column: 1, code, message };
}

function offsetOf(root: unknown, path: Path, at: "key" | "value"): number {
  let node: unknown = root;
  let key: unknown = undefined;
  for (const segment of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(segment));
      if (!pair) return start(key) ?? start(node) ?? 0;
      key = pair.key;
      node = pair.value;
    } else if (isSeq(node) && typeof segment === "number" && node.items[segment] !== undefined) {
      key = node.items[segment];
      node = key;
    } else return start(key) ?? start(node) ?? 0;
  }
  const value = isScalar(node) && node.value === null && node.source === "" ? undefined : start(node);
  return (at === "key" ? start(key) : undefined) ?? value ?? start(key) ?? 0;
}

function start(node: unknown): number | undefined {
  return (node as Partial<Node> | undefined | null)?.range?.[0];
}
