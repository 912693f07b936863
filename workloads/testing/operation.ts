import type { BasePersistenceLayer } from "@aws-lambda-powertools/idempotency/persistence";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { compileValidators } from "../bundle/compile-validators";
import { loadContract } from "../contract/load-contract";
import { methodsOf } from "../contract/model";
import type { Caller } from "../runtime/caller";
import type { AccessIn, OperationHandle } from "../runtime/handle";
import { once } from "../runtime/once";
import type { Request } from "../runtime/read-request";
import type { Reply } from "../runtime/reply";
import { serve } from "../runtime/serve";
import type { Validator } from "../runtime/validation";
import type { ServiceDefinition } from "../service-definition";
import { compiled } from "./compiled";
import { context } from "./events";
import { MemoryStore } from "./memory-store";

/** A request in a test: parameters as text, as they come, and the body as a value. */
export interface TestRequest {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly header?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Who API Gateway says calls; an operation that wants to know answers 401 without. */
  readonly caller?: Caller;
}

export interface TestReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Parsed JSON; undefined when the response is empty. */
  readonly body: unknown;
}

/**
 * An operation's function in this process, but for AWS: requests are validated against the contract, errors answered and
 * logged as in the deployed one.
 *
 * @param store what was answered, of an operation that has a key; in memory, and its own, when absent
 */
export function testOperation<
  Service extends ServiceDefinition,
  Id extends string & keyof Service["operations"],
  Parts,
>(
  service: Service,
  id: Id,
  handle: OperationHandle<Service, Id, Parts>,
  access: AccessIn<Service, Service["operations"], Id>,
  store: BasePersistenceLayer = new MemoryStore(),
): (request?: TestRequest) => Promise<TestReply> {
  const contract = loadContract(service.contract);
  const operation = contract.operations.find((each) => each.id === id);
  if (operation === undefined) throw new Error(`the contract of ${service.name} has no operation ${id}`);
  const validators = compileValidators(operation);
  const routeKey = `${operation.method} ${operation.path}`;
  const endpoint = {
    operationId: id,
    routeKey,
    allow: methodsOf(contract, operation.path).join(", "),
    bodyRequired: operation.body?.required ?? false,
    parameters: compiled<Validator>(validators.parameters),
    body: validators.body === undefined ? undefined : compiled<Validator>(validators.body),
    ...(operation.access.caller === undefined ? {} : { caller: operation.access.caller.kind }),
  };
  const answer = (request: Request): Promise<Reply> => handle(request as Parts, access);
  const key = (service as ServiceDefinition).operations[id]?.key;
  const run = serve(endpoint, key === undefined ? answer : once({ operationId: id, key }, answer, store));
  return async ({ path = {}, query = {}, header = {}, body, caller } = {}) => {
    const event = {
      version: "2.0",
      routeKey,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...header },
      pathParameters: path,
      queryStringParameters: query,
      requestContext: {
        requestId: "request-1",
        http: { method: operation.method, path: operation.path },
        ...(caller === undefined ? {} : { authorizer: authorizerOf(caller) }),
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      isBase64Encoded: false,
    };
    const result = await run(event as unknown as APIGatewayProxyEventV2, context);
    return {
      status: result.statusCode ?? 0,
      headers: { ...result.headers },
      body: result.body === undefined ? undefined : JSON.parse(result.body),
    };
  };
}

/** What API Gateway tells a function of a caller. */
function authorizerOf(caller: Caller): object {
  switch (caller.kind) {
    case "jwt":
      return { jwt: { claims: { ...caller.claims, sub: caller.subject, scope: caller.scopes.join(" ") } } };
    case "token":
      return { lambda: { ...caller.context, subject: caller.subject } };
    case "iam":
      return { iam: { userArn: caller.subject, accountId: caller.accountId } };
  }
}
