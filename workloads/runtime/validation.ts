import type { InvalidField } from "./reply";

/** One error of a compiled schema, as ajv reports it. */
interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A schema compiled at bundle time; converts and fills defaults in place where it was compiled to do so. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** Enough to mend a request by; a body of thousands of wrong items must not make a long answer. */
const mostErrors = 20;

/** What is wrong with the parameters, given as `{ path, query, header }`; empty when they conform. */
export function invalidParameters(validate: Validator, parameters: unknown): readonly InvalidField[] {
  return failures(validate, parameters).map(({ pointer, message }) => {
    const [, place, ...name] = pointer.split("/");
    return { in: place === "path" || place === "header" ? place : "query", field: name.join("/"), message };
  });
}

/** What is wrong with a body; empty when it conforms. */
export function invalidBody(validate: Validator, body: unknown): readonly InvalidField[] {
  return failures(validate, body).map(({ pointer, message }) => ({ in: "body", field: pointer || "/", message }));
}

function failures(validate: Validator, value: unknown): { readonly pointer: string; readonly message: string }[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, mostErrors).map(({ instancePath, params, message }) => {
    const member = params["missingProperty"] ?? params["additionalProperty"];
    const allowed = params["allowedValues"];
    return {
      pointer: typeof member === "string" ? `${instancePath}/${member}` : instancePath,
      message: `${message ?? "is not valid"}${Array.isArray(allowed) ? `: ${allowed.join(", ")}` : ""}`,
    };
  });
}
