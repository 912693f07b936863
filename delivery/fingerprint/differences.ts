/**
 * Where two values of plain data differ: paths such as `zone.accounts.orders-dev.budget.monthlyUsd`, each as short as it can be.
 * Elements of lists are matched by their `name` or `path`, else by their place.
 */
export function differences(before: unknown, after: unknown, path = ""): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isObject(before) || !isObject(after)) return [path];
  const [from, to] = [members(before), members(after)];
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((key) =>
    differences(from.get(key), to.get(key), path === "" ? key : `${path}.${key}`),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function members(value: object): ReadonlyMap<string, unknown> {
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(value.map((item: unknown, place) => [labelOf(item) ?? String(place), item]));
}

function labelOf(item: unknown): string | undefined {
  const label: unknown = isObject(item) ? (Reflect.get(item, "name") ?? Reflect.get(item, "path")) : undefined;
  return typeof label === "string" ? label : undefined;
}
