/** A statement of a policy document as JSON holds it; the engine has read its document without a fault. */
export type Statement = Readonly<Record<string, unknown>>;

/** Order in which a packed statement writes its elements. */
const elements = ["Sid", "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition"] as const;

/** @param document a policy, its Statement one object or a list of them */
export function statementsOf(document: string): readonly Statement[] {
  const { Statement: statements }: { Statement: Statement | readonly Statement[] } = JSON.parse(document);
  return isList(statements) ? statements : [statements];
}

/** The same statement, written in the one way in which equal ones are equal text: lists sorted, without repetition, one value bare. */
export function normal(statement: Statement): Statement {
  const written = elements.flatMap((element): [string, unknown][] => {
    if (!Object.hasOwn(statement, element)) return [];
    const value = statement[element];
    if (element === "Condition") return isEmpty(value) ? [] : [[element, sorted(value, 2)]];
    return [[element, element.endsWith("Action") ? bare(widest(listOf(value))) : sorted(value, 0)]];
  });
  return Object.fromEntries(written);
}

/** Keys in order down to a depth, lists below it as sets. */
function sorted(value: unknown, depth: number): unknown {
  if (depth === 0 || typeof value !== "object" || value === null) return isList(value) ? bare(unique(value)) : value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(Reflect.get(value, key), depth - 1)]));
}

/** Without the patterns that another of the list covers; those that cover each other, case and repeated `*` apart, are one. */
function widest(patterns: readonly unknown[]): readonly unknown[] {
  const texts = [...new Map(unique(patterns.map(String)).map((text) => [plain(text), text])).values()];
  const wild = texts.filter((text) => /[*?]/.test(text));
  if (wild.length === 0) return texts;
  return texts.filter((text) => !wild.some((other) => other !== text && covers(other, text)));
}

/**
 * Whether all that one pattern matches the other matches, case apart: read as a text, the narrower is matched by the wider, with `*` and `?` of the
 * narrower standing for characters that only a `*`, or a `?` for a `?`, can match.
 */
export function covers(wide: string, narrow: string): boolean {
  const known = expressions.get(wide) ?? expressionOf(wide);
  expressions.set(wide, known);
  return known.test(plain(narrow));
}

const plain = (pattern: string): string => pattern.toLowerCase().replace(/\*+/g, "*");

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const parts = [...plain(pattern)].map((character) => {
    if (character === "*") return ".*";
    return character === "?" ? "[^*]" : character.replace(/[^a-z0-9]/, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`, "s");
}

export function listOf(value: unknown): readonly unknown[] {
  return isList(value) ? value : value === undefined ? [] : [value];
}

export function bare(values: readonly unknown[]): unknown {
  return values.length === 1 ? values[0] : values;
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
