import { z } from "zod";
import { jsonSchema } from "./json-schema";
import { securityRequirements, securityScheme } from "./security";

/** What Landfall supports of OpenAPI 3.1.1 (spec.openapis.org/oas/v3.1.1), its references resolved. */

const text = z.string().optional();

const parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(["path", "query", "header"]),
  description: text,
  required: z.boolean().default(false),
  deprecated: z.boolean().optional(),
  schema: jsonSchema,
  example: z.json().optional(),
});

const media = z.strictObject({
  schema: jsonSchema,
  example: z.json().optional(),
});

const requestBody = z.strictObject({
  description: text,
  required: z.boolean().default(false),
  content: z.strictObject({ "application/json": media }),
});

const header = z.strictObject({ description: text, required: z.boolean().default(false), schema: jsonSchema });

const link = z.strictObject({
  operationId: z.string().min(1),
  description: text,
  parameters: z
    .record(
      z.string(),
      z.string().regex(/^\$response\.body#\/[A-Za-z0-9_-]+$/, "a member of the body: $response.body#/name"),
    )
    .default({}),
});

const response = z.strictObject({
  description: z.string(),
  headers: z.record(z.string(), header).default({}),
  content: z
    .strictObject({ "application/json": media.optional(), "application/problem+json": media.optional() })
    .default({}),
  links: z.record(z.string(), link).default({}),
});

const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z0-9]{0,30}$/, "a camelCase name of at most 31 characters"),
  summary: text,
  description: text,
  tags: z.array(z.string()).optional(),
  deprecated: z.boolean().optional(),
  parameters: z.array(parameter).default([]),
  requestBody: requestBody.optional(),
  security: securityRequirements.optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/, "a status code"), response),
});

const pathItem = z.strictObject({
  summary: text,
  description: text,
  parameters: z.array(parameter).default([]),
  get: operation.optional(),
  put: operation.optional(),
  post: operation.optional(),
  patch: operation.optional(),
  delete: operation.optional(),
});

const components = z.strictObject({
  schemas: z.record(z.string(), jsonSchema).optional(),
  parameters: z.record(z.string(), parameter).optional(),
  requestBodies: z.record(z.string(), requestBody).optional(),
  responses: z.record(z.string(), response).optional(),
  headers: z.record(z.string(), header).optional(),
  securitySchemes: z
    .record(z.string().regex(/^[a-z][A-Za-z0-9]{0,30}$/, "a camelCase name"), securityScheme)
    .optional(),
});

export const openApi = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/, "a 3.1 version"),
  info: z.strictObject({ title: z.string().min(1), version: z.string().min(1), summary: text, description: text }),
  tags: z.array(z.strictObject({ name: z.string(), description: text })).optional(),
  paths: z.record(
    z.string().regex(/^(\/([A-Za-z0-9._~-]+|\{[A-Za-z0-9_]+\}))+$/, "a path such as /orders/{orderId}"),
    pathItem,
  ),
  security: securityRequirements.optional(),
  components: components.optional(),
});
export type OpenApi = z.infer<typeof openApi>;
export type PathItem = z.infer<typeof pathItem>;
export type OperationObject = z.infer<typeof operation>;
