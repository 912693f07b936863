import { didYouMean, listed } from "../../../declaration/problem/nearest";
import { keywords, types } from "./keywords";

/** A problem at a path of the schema. */
export interface SchemaProblem {
  readonly path: readonly string[];
  readonly message: string;
}

const known: readonly string[] = Object.values(keywords).flat();

/** What keeps a text's data from being the schema of an event's data. */
export function checkSchema(schema: unknown): readonly SchemaProblem[] {
  const found = checkValue(schema, []);
  if (found.length > 0 || (isObject(schema) && schema["type"] === "object")) return found;
  return [{ path: ["type"], message: "an event's data is an object, so that fields can be added to it" }];
}

function checkValue(schema: unknown, path: readonly string[]): readonly SchemaProblem[] {
  if (!isObject(schema)) return [{ path, message: "a schema is an object" }];
  const at = (keyword: string, message: string): SchemaProblem => ({ path: [...path, keyword], message });
  const { type, properties, items, required } = schema;
  const problems = Object.keys(schema).filter((keyword) => !known.includes(keyword)).map((keyword) => at(keyword, unsupported(keyword)));
  if (typeof type !== "string" || !types.some((each) => each === type)) {
    return [...problems, at("type", `\`type\` is one of ${listed(types)}`)];
  }
  const fields = isObject(properties) ? properties : {};
  const strays = (Array.isArray(required) ? required : []).filter((field: unknown) => !Object.hasOwn(fields, String(field)));
  return [
    ...problems,
    ...strays.map((field: unknown) => at("required", `required ${String(field)} is no property${didYouMean(String(field), Object.keys(fields))}`)),
    ...(type === "array" && items === undefined ? [at("type", "an array says what its `items` are")] : []),
    ...(items === undefined ? [] : checkValue(items, [...path, "items"])),
    ...Object.entries(fields).flatMap(([field, value]) => checkValue(value, [...path, "properties", field])),
  ];
}

function unsupported(keyword: string): string {
  if (keyword === "additionalProperties") return "additionalProperties is not for events: consumers let fields through that they do not know";
  return `${keyword} is no keyword of event schemas${didYouMean(keyword, known)}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
