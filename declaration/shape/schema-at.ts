import type { z } from "zod";
import type { Path } from "../source/source";

type Schema = z.core.$ZodType;

/** The schema that a path leads to, without its wrappers; `undefined` where the path leaves the schema. */
export function schemaAt(schema: Schema, path: Path): z.core.$ZodTypes | undefined {
  let current: z.core.$ZodTypes | undefined = unwrap(schema);
  for (const segment of path) {
    const below: Schema | undefined = current && child(current, segment);
    if (!below) return undefined;
    current = unwrap(below);
  }
  return current;
}

/** Keys a mapping may have: none when any is allowed, or when the schema is no mapping. */
export function keysOf(schema: Schema | undefined): readonly string[] {
  if (!schema) return [];
  const known = unwrap(schema);
  if (known._zod.def.type === "object") return Object.keys(known._zod.def.shape);
  return known._zod.def.type === "union" ? known._zod.def.options.flatMap(keysOf) : [];
}

function child(schema: z.core.$ZodTypes, segment: PropertyKey): Schema | undefined {
  const { def } = schema._zod;
  switch (def.type) {
    case "object":
      return def.shape[String(segment)];
    case "record":
      return def.valueType;
    case "array":
      return def.element;
    case "union":
      return def.options.map((option) => child(unwrap(option), segment)).find((found) => found !== undefined);
    default:
      return undefined;
  }
}

function unwrap(schema: Schema): z.core.$ZodTypes {
  const known = schema as z.core.$ZodTypes;
  const { def } = known._zod;
  switch (def.type) {
    case "optional":
    case "default":
    case "prefault":
      return unwrap(def.innerType);
    case "lazy":
      return unwrap(def.getter());
    default:
      return known;
  }
}
