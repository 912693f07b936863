import { isDeepStrictEqual } from "node:util";
import type { SchemaProblem } from "./check-schema";
import { keywords, type ValueSchema } from "./keywords";

/**
 * What a schema changes of the one released under the same version that somebody may rely on. Consumers read the released fields, producers
 * and archived events write them: only optional fields may come.
 */
export function incompatibilities(released: ValueSchema, now: ValueSchema): readonly SchemaProblem[] {
  return compare(released, now, []);
}

function compare(released: ValueSchema, now: ValueSchema, path: readonly string[]): readonly SchemaProblem[] {
  const at = (keyword: string, message: string): SchemaProblem => ({ path: [...path, keyword], message });
  const changed = keywords.values.filter((keyword) => !isDeepStrictEqual(setOf(released[keyword]), setOf(now[keyword])));
  const [before, after] = [released.properties ?? {}, now.properties ?? {}];
  const [mandatory, wanted] = [released.required ?? [], now.required ?? []];
  return [
    ...changed.map((keyword) => at(keyword, `${keyword} was ${shown(released[keyword])} and is ${shown(now[keyword])}`)),
    ...Object.entries(before).flatMap(([field, value]): readonly SchemaProblem[] => {
      const kept = after[field];
      if (kept) return compare(value, kept, [...path, "properties", field]);
      return [at("properties", `${field} is gone, which consumers read`)];
    }),
    ...mandatory
      .filter((field) => after[field] && !wanted.includes(field))
      .map((field) => at("required", `${field} is no longer required, which consumers rely on`)),
    ...wanted
      .filter((field) => !mandatory.includes(field))
      .map((field) => at("required", `${field} is required now, which events in archives and of today's producers lack`)),
    ...(released.items && now.items ? compare(released.items, now.items, [...path, "items"]) : []),
  ];
}

/** The order of an `enum` says nothing. */
function setOf(value: unknown): unknown {
  return Array.isArray(value) ? [...value].map((each) => JSON.stringify(each)).sort() : value;
}

function shown(value: unknown): string {
  return value === undefined ? "not there" : JSON.stringify(value);
}
