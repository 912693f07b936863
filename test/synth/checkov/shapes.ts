import type { ZoneStack } from "../synthesise-zones";

/**
 * One stack of each shape: of the same kind, with the same resources, blocks, numbers and switches. What differs between the others
 * are names, ids and addresses, which no check looks at.
 */
export function ofEachShape(stacks: readonly ZoneStack[]): ReadonlyMap<string, string> {
  const shapes = new Map(stacks.map(({ id, kind, json }) => [`${kind} ${shapeOf(JSON.parse(json))}`, { id, json }]));
  return new Map([...shapes.values()].map(({ id, json }) => [id, json]));
}

/** The resources of one type are taken together: how often a shape stands there does not matter. */
function shapeOf({ resource }: { resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>> }): string {
  return Object.entries(resource ?? {})
    .flatMap(([type, named]) => [...new Set(Object.values(named).map((each) => `${type}${shape(each)}`))].sort())
    .join("\n");
}

function shape(value: unknown): string {
  if (typeof value === "string") return "text";
  if (Array.isArray(value)) return `[${[...new Set(value.map(shape))].sort().join()}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const keys = Object.entries(value).filter(([key]) => key !== "//");
  return `{${keys.map(([key, each]) => `${key}:${shape(each)}`).join()}}`;
}
