/**
 * Whether two values of plain data have the same canonical form, which is not made for it. A member that is undefined is none.
 * Thousands of slices are compared at once, and most of what two of them hold is the very same.
 */
export function sameData(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [here, there] = [one as Members, other as Members];
  for (const key in here) if (!sameData(here[key], there[key])) return false;
  for (const key in there) if (there[key] !== undefined && here[key] === undefined) return false;
  return true;
}

type Members = Readonly<Record<string, unknown>>;
