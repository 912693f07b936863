import type { JsonSchema } from "./json-schema";
import type { OperationObject } from "./openapi";
import type { Access } from "./security";

export const methods = ["GET", "PUT", "POST", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];

export type Parameter = OperationObject["parameters"][number];
export type Json = NonNullable<Parameter["example"]> | null;

export interface Body {
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly example: Json | undefined;
}

/** A response of an operation. `mediaType` and `schema` are absent when it has no body. */
export interface Response {
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly schema: JsonSchema | undefined;
  readonly requiredHeaders: readonly string[];
  /** Operations that the response's body leads to: parameter name → member of the body. */
  readonly links: readonly { readonly operationId: string; readonly parameters: Readonly<Record<string, string>> }[];
}

export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** As API Gateway writes it in a route key: `/orders/{orderId}`. */
  readonly path: string;
  /** Those of the path and the operation's own. */
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  /** By status. */
  readonly responses: readonly Response[];
  readonly access: Access;
}

/** An OpenAPI document, its references resolved, as far as Landfall uses it. */
export interface Contract {
  /** What messages call the document. */
  readonly file: string;
  readonly title: string;
  readonly version: string;
  /** Paths in the order of the document; within a path by method. */
  readonly operations: readonly Operation[];
  /** Line (from 1) of what stands at a path of the document, its references resolved. */
  lineOf(path: readonly string[]): number;
}

/** Methods of a path: the value of its `Allow` header. */
export function methodsOf(contract: Contract, path: string): readonly Method[] {
  return contract.operations.filter((operation) => operation.path === path).map(({ method }) => method);
}

export function pathsOf(contract: Contract): readonly string[] {
  return [...new Set(contract.operations.map(({ path }) => path))];
}
