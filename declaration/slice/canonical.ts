/** Frozen objects → their canonical form: thousands of slices share the blanks and what is declared once for all accounts. */
const known = new WeakMap<object, unknown>();

/** Plain data with the keys of every object in order, at every depth; arrays keep theirs. */
export function canonical<T>(value: T): T;
export function canonical(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (known.has(value)) return known.get(value);
  const result = ordered(value);
  if (Object.isFrozen(value)) known.set(value, result);
  return result;
}

function ordered(value: object): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => canonical(item));
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, canonical<unknown>(Reflect.get(value, key))]));
}
