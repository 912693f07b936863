import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from "aws-lambda";
import { type Caller, callerOfHttp, callerOfRest } from "./caller";

/** What API Gateway hands to a function: payload format 1.0 from a REST API, 2.0 from an HTTP API. */
export type ProxyEvent = APIGatewayProxyEvent | APIGatewayProxyEventV2;

/** A request, the same from either kind of API. */
export interface Incoming {
  readonly requestId: string;
  readonly method: string;
  /** `METHOD /path` of the route that was taken. */
  readonly routeKey: string;
  readonly path: Readonly<Record<string, string | undefined>>;
  /** A parameter that occurs several times is one text, with commas between. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** Absent where API Gateway asked nobody who it is. */
  readonly caller: Caller | undefined;
  /** Headers that the answer needs beside its own. */
  readonly answerHeaders: Readonly<Record<string, string>>;
}

/** Reads either payload format (API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs"). */
export function incomingOf(event: ProxyEvent): Incoming {
  return "httpMethod" in event ? fromRest(event) : fromHttp(event);
}

function fromHttp(event: APIGatewayProxyEventV2): Incoming {
  const { requestContext, routeKey, pathParameters, queryStringParameters, headers, body, isBase64Encoded } = event;
  return {
    requestId: requestContext.requestId,
    method: requestContext.http.method,
    routeKey,
    path: pathParameters ?? {},
    query: queryStringParameters ?? {},
    headers,
    body: textOf(body, isBase64Encoded),
    caller: callerOfHttp(requestContext),
    answerHeaders: {},
  };
}

function fromRest(event: APIGatewayProxyEvent): Incoming {
  const { requestContext, httpMethod, resource, pathParameters, body, isBase64Encoded, stageVariables } = event;
  return {
    requestId: requestContext.requestId,
    method: httpMethod,
    routeKey: `${httpMethod} ${resource}`,
    path: pathParameters ?? {},
    query: joined(event.multiValueQueryStringParameters, event.queryStringParameters),
    headers: joined(event.multiValueHeaders, event.headers, (name) => name.toLowerCase()),
    body: textOf(body, isBase64Encoded),
    caller: callerOfRest(requestContext),
    answerHeaders: corsHeaders(stageVariables?.["corsOrigin"]),
  };
}

type Values<Value> = Readonly<Record<string, Value | undefined>> | null | undefined;

/** Format 2.0 gives one text a name, whose values are separated by commas; so does this. */
function joined(
  lists: Values<readonly string[]>,
  singles: Values<string>,
  nameOf: (name: string) => string = (name) => name,
): Record<string, string | undefined> {
  const all = { ...singles, ...lists };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [nameOf(name), toText(value)]));
}

function toText(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "object" ? value.join(",") : value;
}

/** API Gateway encodes bodies of media types it takes for binary. */
function textOf(body: string | null | undefined, isBase64Encoded: boolean): string {
  return isBase64Encoded ? Buffer.from(body ?? "", "base64").toString("utf8") : (body ?? "");
}

/** An HTTP API adds them to what a function answers; a REST API passes answers on as they are. */
function corsHeaders(origin: string | undefined): Readonly<Record<string, string>> {
  return origin === undefined
    ? {}
    : {
        "access-control-allow-origin": origin,
        "access-control-expose-headers": "Location,X-Correlation-Id",
      };
}
