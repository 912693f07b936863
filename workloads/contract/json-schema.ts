import { z } from "zod";

const simpleType = z.enum(["array", "boolean", "integer", "null", "number", "object", "string"]);
const count = z.number().int().min(0);

/**
 * The part of JSON Schema 2020-12 (the dialect of OpenAPI 3.1) that contracts may use. References are resolved before,
 * so `$ref` never occurs. OpenAPI 3.0's `nullable` and `example` are no keywords of 3.1.
 */
export const jsonSchema = z.strictObject({
  type: z.union([simpleType, z.array(simpleType).min(1)]).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  default: z.json().optional(),
  examples: z.array(z.json()).optional(),
  readOnly: z.boolean().optional(),
  enum: z.array(z.json()).min(1).optional(),
  const: z.json().optional(),
  format: z
    .enum(["date", "date-time", "time", "duration", "email", "hostname", "uri", "uri-reference", "uuid"])
    .optional(),
  pattern: z.string().optional(),
  minLength: count.optional(),
  maxLength: count.optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  multipleOf: z.number().positive().optional(),
  minItems: count.optional(),
  maxItems: count.optional(),
  uniqueItems: z.boolean().optional(),
  minProperties: count.optional(),
  maxProperties: count.optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), jsonSchema).optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), jsonSchema]).optional();
  },
  get items() {
    return jsonSchema.optional();
  },
  get allOf() {
    return z.array(jsonSchema).min(1).optional();
  },
  get anyOf() {
    return z.array(jsonSchema).min(1).optional();
  },
  get oneOf() {
    return z.array(jsonSchema).min(1).optional();
  },
  get not() {
    return jsonSchema.optional();
  },
});
export type JsonSchema = z.infer<typeof jsonSchema>;
