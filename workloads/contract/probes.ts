import { isDeepStrictEqual } from "node:util";
import type { JsonSchema } from "./json-schema";
import { type Contract, methods, methodsOf, type Operation, pathsOf, type Response } from "./model";
import type { Expectation, Probe } from "./probe";

/**
 * Calls that show whether a deployed API keeps its contract, derived from the contract's examples and links: create,
 * read and list what was created, not found, bad input, wrong media type, method not allowed, unknown path. In an order
 * in which they can run.
 *
 * @param bodiesRefusedBy who refuses a body that does not conform: API Gateway, which names no field, or the function
 */
export function probesOf(contract: Contract, bodiesRefusedBy: "gateway" | "function" = "function"): readonly Probe[] {
  const operations = contract.operations.filter(isOpen);
  return [
    ...operations.flatMap(creations),
    ...operations.flatMap((operation) => reads(operation, operations)),
    ...operations.flatMap((operation) => listings(operation, operations)),
    ...operations.flatMap(absences),
    ...operations.flatMap(badParameters),
    ...operations.flatMap((operation) => badBodies(operation, bodiesRefusedBy)),
    ...contract.operations.flatMap(strangers),
    ...pathsOf(contract).flatMap((path) => refusedMethod(contract, path)),
    {
      name: "an unknown path is not found",
      request: { method: "GET", path: "/no-such-path", headers: {}, body: undefined },
      expect: { status: 404 },
      capture: {},
    },
  ];
}

/** Anybody may call it: of the others nothing is known but that they refuse whoever calls. */
function isOpen({ access: { caller, hasKey } }: Operation): boolean {
  return caller === undefined && !hasKey;
}

/** What API Gateway answers by itself to a call without a token or a signature; its body is its own. */
function strangers(operation: Operation): Probe[] {
  const { caller } = operation.access;
  const refusal = caller && answer(operation, caller.kind === "iam" ? 403 : 401);
  if (!refusal) return [];
  const { name, request, capture } = probe(operation, "refuses who does not say who calls", refusal, {
    path: withQuery(operation, filled(operation, exampleOf)),
    ...(operation.body?.example === undefined ? {} : { body: JSON.stringify(operation.body.example) }),
  });
  return [{ name, request, expect: { status: refusal.status }, capture }];
}

function creations(operation: Operation): Probe[] {
  const success = answer(operation, 201);
  if (!success || operation.body?.example === undefined) return [];
  const captured = success.links.flatMap(({ parameters }) => Object.entries(parameters));
  const body = JSON.stringify(operation.body.example);
  return [probe(operation, "creates", success, { body, capture: Object.fromEntries(captured) })];
}

/** Operations that a creation's answer links to. */
function reads(operation: Operation, operations: readonly Operation[]): Probe[] {
  const success = answer(operation, 200);
  const link = operations
    .flatMap(({ responses }) => responses.flatMap(({ links }) => links))
    .find(({ operationId }) => operationId === operation.id);
  if (!success || !link) return [];
  const members = Object.fromEntries(Object.entries(link.parameters).map(([name, member]) => [member, `{{${name}}}`]));
  return [
    probe(operation, "reads what was created", success, { path: filled(operation, placeholder), expect: { members } }),
  ];
}

/** Operations whose answer holds a list of what another creates. */
function listings(operation: Operation, operations: readonly Operation[]): Probe[] {
  const success = answer(operation, 200);
  if (operation.method !== "GET" || operation.path.includes("{") || !success?.schema) return [];
  const created = operations.flatMap((other) => answer(other, 201) ?? []);
  const lists = Object.entries(success.schema.properties ?? {}).flatMap(([list, { items }]) =>
    created
      .filter(({ schema }) => items !== undefined && isDeepStrictEqual(schema, items))
      .flatMap(({ links }) => links.flatMap(({ parameters }) => Object.entries(parameters)))
      .map(([name, member]) => ({ list, member, value: `{{${name}}}` })),
  )[0];
  return [probe(operation, "lists", success, { expect: lists ? { lists } : {} })];
}

/** With the example of each path parameter, which no record has. */
function absences(operation: Operation): Probe[] {
  const notFound = answer(operation, 404);
  const path = filled(operation, exampleOf);
  return notFound && !path.includes("{")
    ? [probe(operation, "does not find what is not there", notFound, { path })]
    : [];
}

function badParameters(operation: Operation): Probe[] {
  const bad = answer(operation, 400);
  if (!bad) return [];
  return operation.parameters.flatMap((parameter) => {
    const { name, in: place, schema } = parameter;
    if (place === "header" || !refusesText(schema)) return [];
    const path =
      place === "path"
        ? withQuery(
            operation,
            filled(operation, (other, source) => (other === name ? wrongText : exampleOf(other, source))),
          )
        : withQuery(operation, filled(operation, exampleOf), { [name]: wrongText });
    const example = operation.body?.example;
    const body = example === undefined ? {} : { body: JSON.stringify(example) };
    return [probe(operation, `refuses a wrong ${name}`, bad, { path, ...body, expect: { field: name } })];
  });
}

const wrongText = "~";

function refusesText({ type, format, pattern }: JsonSchema): boolean {
  return (
    type === "integer" ||
    type === "number" ||
    type === "boolean" ||
    format === "uuid" ||
    pattern?.startsWith("^[") === true
  );
}

function badBodies(operation: Operation, refusedBy: "gateway" | "function"): Probe[] {
  const { body } = operation;
  const example = body?.example;
  const missing = body?.schema.required?.[0];
  const bad = answer(operation, 400);
  const unsupported = answer(operation, 415);
  const naming = (field: string): Partial<Expectation> => (refusedBy === "gateway" ? {} : { field });
  const path = filled(operation, exampleOf);
  const probes: Probe[] = [];
  if (bad && missing !== undefined && typeof example === "object" && example !== null) {
    const rest = Object.fromEntries(Object.entries(example).filter(([name]) => name !== missing));
    const expect = naming(`/${missing}`);
    probes.push(
      probe(operation, `refuses a body without ${missing}`, bad, { path, body: JSON.stringify(rest), expect }),
    );
  }
  if (bad && body)
    probes.push(probe(operation, "refuses a body that is not JSON", bad, { path, body: "{", expect: naming("/") }));
  if (unsupported) {
    probes.push(
      probe(operation, "refuses another media type", unsupported, { path, body: "text", mediaType: "text/plain" }),
    );
  }
  return probes;
}

function refusedMethod(contract: Contract, path: string): Probe[] {
  const operation = contract.operations.find((other) => other.path === path);
  const refusal = operation && answer(operation, 405);
  const method = methods.find((other) => !methodsOf(contract, path).includes(other));
  if (!operation || !refusal || !method) return [];
  const refused = { ...operation, method, id: `${method} ${path}` };
  return [probe(refused, "is not allowed", refusal, { path: filled(operation, exampleOf) })];
}

function probe(
  operation: Operation,
  does: string,
  response: Response,
  more: {
    readonly path?: string;
    readonly body?: string;
    readonly mediaType?: string;
    readonly expect?: Partial<Expectation>;
    readonly capture?: Probe["capture"];
  },
): Probe {
  return {
    name: `${operation.id} ${does}`,
    request: {
      method: operation.method,
      path: more.path ?? withQuery(operation, operation.path),
      headers: {
        ...requiredHeaders(operation),
        ...(more.body === undefined ? {} : { "content-type": more.mediaType ?? "application/json" }),
      },
      body: more.body,
    },
    expect: {
      status: response.status,
      ...(response.mediaType === undefined ? {} : { mediaType: response.mediaType }),
      ...(response.schema === undefined ? {} : { schema: response.schema }),
      headers: response.requiredHeaders,
      ...more.expect,
    },
    capture: more.capture ?? {},
  };
}

/** With their examples: a request without them is refused before anything else of it is looked at. */
function requiredHeaders({ parameters }: Operation): Readonly<Record<string, string>> {
  const required = parameters.filter((parameter) => parameter.in === "header" && parameter.required);
  return Object.fromEntries(
    required.map(({ name, example }) => [name, typeof example === "string" ? example : "example"]),
  );
}

/** The path with the query parameters that are required, by their examples, and with others in their place. */
function withQuery({ parameters }: Operation, path: string, others: Readonly<Record<string, string>> = {}): string {
  const required = parameters.flatMap(({ in: place, required, name, example }) =>
    place === "query" && required && (typeof example === "string" || typeof example === "number")
      ? [[name, encodeURIComponent(example)] as const]
      : [],
  );
  const query = Object.entries({ ...Object.fromEntries(required), ...others });
  return query.length === 0 ? path : `${path}?${query.map(([name, value]) => `${name}=${value}`).join("&")}`;
}

function answer(operation: Operation, status: number): Response | undefined {
  return operation.responses.find((response) => response.status === status);
}

function filled(operation: Operation, value: (name: string, operation: Operation) => string): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => value(name, operation));
}

function placeholder(name: string): string {
  return `{{${name}}}`;
}

function exampleOf(name: string, { parameters }: Operation): string {
  const example = parameters.find((parameter) => parameter.in === "path" && parameter.name === name)?.example;
  return typeof example === "string" || typeof example === "number" ? encodeURIComponent(example) : `{${name}}`;
}
