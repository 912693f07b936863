import Ajv2020 from "ajv/dist/2020";
import { _ } from "ajv/dist/compile/codegen";
import standaloneCode from "ajv/dist/standalone";
import addFormats from "ajv-formats";
import type { Operation, Parameter } from "../contract/model";

/**
 * The code (CommonJS) that validates an operation's requests: exports `parameters` and, when there is a body, `body`.
 * Parameters arrive as text, so theirs converts to numbers and booleans and fills in defaults; the body's does neither.
 */
export function compileValidators(operation: Operation): {
  readonly parameters: string;
  readonly body: string | undefined;
} {
  return {
    parameters: compile(parametersSchema(operation.parameters), { coerceTypes: true, useDefaults: true }),
    body: operation.body && compile(operation.body.schema, {}),
  };
}

function compile(schema: object, options: { coerceTypes?: boolean; useDefaults?: boolean }): string {
  const ajv = new Ajv2020({
    ...options,
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, formats: _`require("ajv-formats/dist/formats").fullFormats` },
  });
  addFormats(ajv);
  return standaloneCode(ajv, ajv.compile(schema));
}

function parametersSchema(parameters: readonly Parameter[]): object {
  const places = ["path", "query", "header"] as const;
  return {
    type: "object",
    properties: Object.fromEntries(
      places.map((place) => [place, placeSchema(parameters.filter((parameter) => parameter.in === place))]),
    ),
  };
}

/** Names no parameter declares are let through: clients add query parameters and headers of their own. */
function placeSchema(parameters: readonly Parameter[]): object {
  const name = (parameter: Parameter): string =>
    parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name;
  return {
    type: "object",
    required: parameters.filter(({ required }) => required).map(name),
    properties: Object.fromEntries(parameters.map((parameter) => [name(parameter), parameter.schema])),
  };
}
