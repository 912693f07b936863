/** What `make` gives for a pair of an object and a text, made once as long as the object lives. */
export function memoized<K extends WeakKey, V>(
  memory: WeakMap<K, Map<string, V>>,
  of: K,
  about: string,
  make: () => V,
): V {
  const known = memory.get(of) ?? new Map<string, V>();
  if (known.size === 0) memory.set(of, known);
  const value = known.get(about);
  if (value !== undefined) return value;
  const made = make();
  known.set(about, made);
  return made;
}
