import type { z } from "zod";
import type { Problem } from "../problem/problem";
import type { Source } from "../source/source";
import { nearest } from "../problem/nearest";
import { keysOf, schemaAt } from "./schema-at";
import { shapeProblems, valueAt } from "./shape-problems";

/** A file's top-level keys that are right, and what is wrong with the others. */
export interface Shaped<T> {
  readonly value: Partial<T>;
  readonly complete: T | undefined;
  readonly problems: readonly Problem[];
}

/** Checks a file against its schema. Keys beside a wrong one still take part in the checks across files. */
export function shape<T extends Record<string, unknown>>(
  schema: z.ZodObject<z.ZodRawShape> & z.ZodType<T>,
  source: Source,
): Shaped<T> {
  const result = schema.safeParse(source.data);
  if (result.success) return { value: result.data, complete: result.data, problems: [] };
  const misspelt = new Set(result.error.issues.flatMap((issue) => misspeltKeys(schema, issue)));
  const problems = result.error.issues
    .filter(({ path }) => valueAt(source.data, path) !== undefined || !misspelt.has(path.join("/")))
    .flatMap((issue) => shapeProblems(source, schema, issue));
  const wrong = new Set<PropertyKey>(
    result.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : issue.path.slice(0, 1),
    ),
  );
  misspelt.forEach((path) => wrong.add(path));
  const rest = Object.fromEntries(Object.entries(source.data).filter(([key]) => !wrong.has(key)));
  const partial = schema.partial().safeParse(rest);
  // Left out keys come back as their defaults, which would be a statement about a key that is wrong.
  const value = Object.entries(partial.data ?? {}).filter(([key]) => !wrong.has(key));
  return { value: Object.fromEntries(value) as Partial<T>, complete: undefined, problems };
}

/** Paths of the keys that unknown ones were meant to be: that these are missing is the same mistake. */
function misspeltKeys(schema: z.core.$ZodType, issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code !== "unrecognized_keys") return [];
  const allowed = keysOf(schemaAt(schema, issue.path));
  return issue.keys.flatMap((key) => {
    const meant = nearest(key, allowed);
    return meant === undefined ? [] : [[...issue.path, meant].join("/")];
  });
}
