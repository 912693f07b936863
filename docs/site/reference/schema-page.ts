import { code, prose, table } from "./table";

/** What a page says of a JSON Schema's keywords; the others of them are not used by Landfall's. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

interface Field {
  readonly path: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** A page with every field of a schema: a section for each field at its top, and for each definition. */
export function schemaPage(file: string, schema: Schema, intent: string): string {
  const { title = file, $defs = {} } = schema;
  const top = Object.entries(schema.properties ?? {});
  const sections = top.filter(([, each]) => fieldsBelow("", each).length > 1);
  const alone = top.filter(([name]) => !sections.some(([other]) => other === name));
  return [
    `# ${title}`,
    "",
    `${intent} From [schemas/${file}](../../schemas/${file}). In a path \`<…>\` stands for a name you choose and \`[]\` for each of a list.`,
    "",
    ...(schema.oneOf ? [`One of ${schema.oneOf.map(typeOf).join(", ")}.`, ""] : []),
    ...(alone.length === 0 ? [] : [fieldTable(alone.map(([name, each]) => fieldOf(name, each, schema))), ""]),
    ...sections.flatMap(([name, each]) => [
      `## ${name}`,
      "",
      fieldTable([fieldOf(name, each, schema), ...fieldsBelow(name, each)]),
      "",
    ]),
    ...Object.entries($defs).flatMap(([name, each]) => [
      `## ${anchor(name)}`,
      "",
      each.description === undefined ? "" : `${prose(each.description)}.\n`,
      fieldTable(
        each.properties
          ? fieldsBelow("", each)
          : [{ path: "(each)", schema: each, required: true }, ...fieldsBelow("", each)],
      ),
      "",
    ]),
  ]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}

const fieldOf = (path: string, schema: Schema, parent: Schema): Field => ({
  path,
  schema,
  required: parent.required?.includes(path) ?? false,
});

/** Every field within a value, as deep as they go; what is defined elsewhere is not gone into. */
function fieldsBelow(path: string, schema: Schema): readonly Field[] {
  const within = (name: string): string => (path === "" ? name : `${path}.${name}`);
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, each]) => [
    { path: within(name), schema: each, required: schema.required?.includes(name) ?? false },
    ...fieldsBelow(within(name), each),
  ]);
  const { additionalProperties: others, items } = schema;
  return [
    ...named,
    ...(typeof others === "object" ? fieldsBelow(within(`<${others.title ?? "name"}>`), others) : []),
    ...(items === undefined ? [] : fieldsBelow(`${path}[]`, items)),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((each) => fieldsBelow(path, each)),
  ];
}

function fieldTable(fields: readonly Field[]): string {
  return table(
    ["field", "what it takes", "default", "what it is"],
    fields.map(({ path, schema, required }) => [
      code(path),
      typeOf(schema),
      schema.default === undefined ? (required ? "**required**" : "") : code(JSON.stringify(schema.default)),
      prose(schema.description ?? ""),
    ]),
  );
}

/** A definition's name; those that the schema's generator numbered have none. */
const anchor = (name: string): string => name.replace(/^_+schema(\d+)$/, "value-$1");

/** What a value may be, in words. */
function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) {
    const name = anchor(schema.$ref.split("/").at(-1) ?? "");
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return `one of ${schema.enum.map((value) => code(String(value))).join(", ")}`;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(typeOf))].join(" or ");
  if (schema.items !== undefined)
    return `list of ${typeOf(schema.items)}${bounds(schema.minItems, schema.maxItems, "of them")}`;
  if (typeof schema.additionalProperties === "object") return `by name: ${typeOf(schema.additionalProperties)}`;
  if (Array.isArray(schema.type)) return schema.type.join(" or ");
  return scalar(schema);
}

const names: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "`true` or `false`",
  object: "fields below",
};

function scalar({ type, minLength, maxLength, minimum, maximum, exclusiveMinimum, pattern, format }: Schema): string {
  const name = names[String(type)] ?? (type === undefined ? "anything" : String(type));
  return [
    `${name}${bounds(minLength, maxLength, "characters")}${bounds(minimum, maximum, "")}`,
    exclusiveMinimum === undefined ? "" : `more than ${String(exclusiveMinimum)}`,
    pattern === undefined ? (format ?? "") : code(pattern),
  ]
    .filter(Boolean)
    .join(", ");
}

function bounds(least: number | undefined, most: number | undefined, unit: string): string {
  const words =
    least === undefined
      ? `at most ${String(most)}`
      : most === undefined
        ? `at least ${String(least)}`
        : `${String(least)} to ${String(most)}`;
  return least === undefined && most === undefined ? "" : `, ${`${words} ${unit}`.trim()}`;
}
