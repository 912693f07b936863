/**
 * The part of JSON Schema that event schemas are written in: what means the same in draft 4, all that EventBridge's registry takes
 * (EventBridge Schema Registry API reference, "CreateSchema"), and in draft 2020-12, which validates. `schemas` hold schemas themselves.
 */
export const keywords = {
  annotations: ["$schema", "title", "description"],
  values: [
    ...["type", "enum", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "multipleOf"],
    ...["minItems", "maxItems", "uniqueItems"],
  ],
  schemas: ["properties", "items", "required"],
} as const;

export const types = ["object", "array", "string", "integer", "number", "boolean"] as const;

/** A schema of the part above. */
export interface ValueSchema {
  readonly type: (typeof types)[number];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ValueSchema>>;
  readonly items?: ValueSchema;
  readonly [keyword: string]: unknown;
}
