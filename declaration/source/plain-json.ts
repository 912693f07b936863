/** A key this long, or a tab, is read otherwise by the YAML parser that tells places: it has the last word. */
const longestKey = 1000;

/**
 * What a JSON text whose root is an object says; undefined for a text that may have something wrong with it: no JSON, a key given twice, keys that
 * are refused, more than `depth` levels. Then the parser that knows places has to look.
 */
export function plainJson(text: string, depth: number): Readonly<Record<string, unknown>> | undefined {
  if (text.includes("\t")) return undefined;
  const data = parsed(text);
  if (!isObject(data) || Array.isArray(data)) return undefined;
  const keys = keysWithin(data, depth);
  return keys === writtenKeys(text) ? data : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** NaN, which equals no number, for what has to be looked at closely. */
function keysWithin(value: unknown, depth: number): number {
  if (!isObject(value)) return 0;
  if (depth === 0) return Number.NaN;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + keysWithin(each, depth - 1), 0);
  return Object.entries(value).reduce((sum, [key, each]) => {
    const isRefused = key === "<<" || key === "__proto__" || key.length > longestKey;
    return sum + (isRefused ? Number.NaN : 1) + keysWithin(each, depth - 1);
  }, 0);
}

/** Keys as they stand in a text that is JSON: one that is given twice counts twice. */
function writtenKeys(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"( *:)?/g)) if (colon !== undefined) keys++;
  return keys;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
