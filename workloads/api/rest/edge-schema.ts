import { contractError, type ContractProblem } from "../../contract/contract-error";
import type { JsonSchema } from "../../contract/json-schema";
import type { Contract, Operation } from "../../contract/model";

type Keyword = keyof JsonSchema;

/** What becomes of a keyword in a model. */
type Treatment =
  /** The same in draft 4. */
  | "kept"
  /** Says nothing of what conforms. */
  | "left out"
  /** Has another form in draft 4, or holds there in part only. */
  | "rewritten"
  /** Cannot be said: why. */
  | { readonly unsupported: string };

const numericLimit =
  "draft 4 knows it as true or false beside a limit, and API Gateway not at all; write the nearest value that is allowed as minimum or maximum";

/**
 * Models are of JSON Schema draft 4 (API Gateway Developer Guide, "Data models for REST APIs"), contracts of 2020-12; and API Gateway has less
 * than draft 4 ("Amazon API Gateway important notes for REST APIs").
 */
const treatments: Readonly<Record<Keyword, Treatment>> = {
  type: "kept",
  title: "kept",
  description: "kept",
  enum: "kept",
  pattern: "kept",
  minLength: "kept",
  maxLength: "kept",
  minimum: "kept",
  maximum: "kept",
  multipleOf: "kept",
  minItems: "kept",
  maxItems: "kept",
  uniqueItems: "kept",
  minProperties: "kept",
  maxProperties: "kept",
  required: "kept",
  default: "left out",
  examples: "left out",
  const: "rewritten",
  format: "rewritten",
  properties: "rewritten",
  additionalProperties: "rewritten",
  items: "rewritten",
  allOf: "rewritten",
  not: "rewritten",
  exclusiveMinimum: { unsupported: numericLimit },
  exclusiveMaximum: { unsupported: numericLimit },
  readOnly: { unsupported: "API Gateway does not know it; give the request a schema of its own" },
  anyOf: { unsupported: "models do not have it; validate in the function, without api.edgeValidation" },
  oneOf: { unsupported: "models do not have it; validate in the function, without api.edgeValidation" },
};

/** Formats of draft 4 (JSON Schema Validation, section 7.3). Others are left to the function. */
const formats: readonly string[] = ["date-time", "email", "hostname", "uri"];

/** The model of an operation's body. Keywords that are unsupported are reported by `checkEdgeSchemas`, and left out here. */
export function edgeSchema(schema: JsonSchema): object {
  return { $schema: "http://json-schema.org/draft-04/schema#", ...draft4(schema) };
}

function draft4(schema: JsonSchema): object {
  const entries = Object.entries(schema).flatMap(([keyword, value]): readonly (readonly [string, unknown])[] => {
    const treatment = treatments[keyword as Keyword];
    if (treatment === "kept") return [[keyword, value]];
    return treatment === "rewritten" ? rewritten(keyword as Keyword, schema) : [];
  });
  return Object.fromEntries(entries);
}

function rewritten(keyword: Keyword, schema: JsonSchema): readonly (readonly [string, unknown])[] {
  const { properties, additionalProperties, items, allOf, not, format } = schema;
  switch (keyword) {
    case "const":
      return [["enum", [schema.const]]];
    case "format":
      return formats.includes(String(format)) ? [["format", format]] : [];
    case "properties":
      return [
        ["properties", Object.fromEntries(Object.entries(properties ?? {}).map(([key, each]) => [key, draft4(each)]))],
      ];
    case "additionalProperties":
      return [
        [
          "additionalProperties",
          typeof additionalProperties === "object" ? draft4(additionalProperties) : additionalProperties,
        ],
      ];
    case "items":
      return [["items", draft4(items ?? {})]];
    case "allOf":
      return [["allOf", (allOf ?? []).map(draft4)]];
    case "not":
      return [["not", draft4(not ?? {})]];
    default:
      return [];
  }
}

/** @throws UserError naming the line of every keyword in a body's schema that API Gateway cannot check */
export function checkEdgeSchemas(contract: Contract): void {
  const problems = contract.operations.flatMap((operation) =>
    operation.body === undefined ? [] : unsupportedIn(contract, operation, operation.body.schema),
  );
  if (problems.length > 0) throw contractError(problems);
}

function unsupportedIn(contract: Contract, operation: Operation, schema: JsonSchema): readonly ContractProblem[] {
  const start = [
    "paths",
    operation.path,
    operation.method.toLowerCase(),
    "requestBody",
    "content",
    "application/json",
    "schema",
  ];
  return walk(schema, start).map(({ path, keyword, reason }) => ({
    file: contract.file,
    line: contract.lineOf(path),
    message: `${keyword} in the body of ${operation.id} cannot be validated by API Gateway: ${reason}`,
  }));
}

interface Unsupported {
  readonly path: readonly string[];
  readonly keyword: string;
  readonly reason: string;
}

function walk(schema: JsonSchema, path: readonly string[]): readonly Unsupported[] {
  const own = Object.keys(schema).flatMap((keyword): readonly Unsupported[] => {
    const treatment = treatments[keyword as Keyword];
    return typeof treatment === "object" ? [{ path: [...path, keyword], keyword, reason: treatment.unsupported }] : [];
  });
  const { properties = {}, additionalProperties, items, not, allOf = [], anyOf = [], oneOf = [] } = schema;
  return [
    ...own,
    ...Object.entries(properties).flatMap(([name, each]) => walk(each, [...path, "properties", name])),
    ...(typeof additionalProperties === "object" ? walk(additionalProperties, [...path, "additionalProperties"]) : []),
    ...(items === undefined ? [] : walk(items, [...path, "items"])),
    ...(not === undefined ? [] : walk(not, [...path, "not"])),
    ...Object.entries({ allOf, anyOf, oneOf }).flatMap(([keyword, list]) =>
      list.flatMap((each, index) => walk(each, [...path, keyword, String(index)])),
    ),
  ];
}
