import type { Caller, CallerKind } from "./caller";
import type { Incoming } from "./incoming";
import { type InvalidField, problem, type Reply } from "./reply";
import { invalidBody, invalidParameters, type Validator } from "./validation";

/** A request that conforms to the contract: parameters converted to their types, defaults filled in. */
export interface Request {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** By lower-case name. */
  readonly header: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** Who calls, of the kind that the contract wants; absent where it wants nobody in particular. */
  readonly caller: Caller | undefined;
}

export interface RequestRules {
  /** How the caller must have been told, where the contract says so. */
  readonly caller?: CallerKind;
  readonly parameters: Validator;
  readonly body: Validator | undefined;
  readonly bodyRequired: boolean;
}

/** The event as the contract sees it, or the problem to answer with. */
export function readRequest(event: Incoming, rules: RequestRules): Request | { readonly refused: Reply } {
  const { caller } = event;
  // API Gateway has asked already. Without its authorizer, whoever took it away, the function lets nobody in.
  if (rules.caller !== undefined && caller?.kind !== rules.caller) return refuse(401, "Nobody says who calls");
  const parameters = {
    path: { ...event.path },
    query: { ...event.query },
    header: { ...event.headers },
  };
  const errors = invalidParameters(rules.parameters, parameters);
  if (errors.length > 0) return refuse(400, "Parameters do not conform to the contract", errors);
  if (!rules.body) return { ...parameters, caller, body: undefined };

  const text = event.body;
  if (text === "") {
    if (!rules.bodyRequired) return { ...parameters, caller, body: undefined };
    return refuse(400, "A body is required", [{ in: "body", field: "/", message: "is missing" }]);
  }
  const mediaType = (event.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") return refuse(415, "The body must be application/json");
  const body = parseJson(text);
  if (!body) return refuse(400, "The body is not JSON", [{ in: "body", field: "/", message: "is not JSON" }]);
  const invalid = invalidBody(rules.body, body.value);
  if (invalid.length > 0) return refuse(400, "The body does not conform to the contract", invalid);
  return { ...parameters, caller, body: body.value };
}

function refuse(status: number, detail: string, errors: readonly InvalidField[] = []): { readonly refused: Reply } {
  return { refused: problem(status, detail, errors.length > 0 ? { errors } : {}) };
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
