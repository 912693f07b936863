import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { readRequest, type Request, type RequestRules } from "./read-request";
import { isProblem, problem, type Reply } from "./reply";
import { logger, metrics, tracer } from "./telemetry";

/** What the contract says of one operation, as bundled with its handler. */
export interface Endpoint extends RequestRules {
  readonly operationId: string;
  /** `METHOD /path`. */
  readonly routeKey: string;
  /** Methods of the path: value of the Allow header. */
  readonly allow: string;
}

/** A handler sees only requests that conform to the contract, so it declares the parts it reads with their types. */
export type Handle<Parts = Request> = (request: Parts) => Promise<Reply>;

/**
 * The Lambda function of one operation. It also answers its path's `ANY` route with 405: an HTTP API itself would say
 * 404 to a method that no route has.
 */
export function serve(
  endpoint: Endpoint,
  handle: Handle,
): (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2> {
  metrics.setDefaultDimensions({ operation: endpoint.operationId });
  return async (event) => {
    const correlationId = event.requestContext.requestId;
    logger.resetKeys();
    logger.appendKeys({ correlation_id: correlationId, operation: endpoint.operationId });
    metrics.setFunctionName(endpoint.operationId);
    metrics.captureColdStartMetric();
    const reply = await traced(`## ${endpoint.operationId}`, () => answer(endpoint, handle, event));
    logger.info("answered", { route: event.routeKey, status: reply.status });
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    return result(reply, correlationId);
  };
}

async function answer(endpoint: Endpoint, handle: Handle, event: APIGatewayProxyEventV2): Promise<Reply> {
  if (event.routeKey !== endpoint.routeKey) {
    const { method } = event.requestContext.http;
    return problem(405, `${method} is not allowed here`, { headers: { allow: endpoint.allow } });
  }
  try {
    const request = readRequest(event, endpoint);
    return "refused" in request ? request.refused : await handle(request);
  } catch (error) {
    logger.error("unexpected error", error instanceof Error ? error : new Error(String(error)));
    metrics.addMetric("UnexpectedErrors", MetricUnit.Count, 1);
    return problem(500, "Something failed on our side; the correlation id finds it in the logs");
  }
}

async function traced(name: string, work: () => Promise<Reply>): Promise<Reply> {
  const parent = tracer.isTracingEnabled() ? tracer.getSegment() : undefined;
  if (!parent) return work();
  const segment = parent.addNewSubsegment(name);
  tracer.setSegment(segment);
  tracer.annotateColdStart();
  tracer.addServiceNameAnnotation();
  try {
    const reply = await work();
    if (reply.status >= 500) segment.addFaultFlag();
    return reply;
  } finally {
    segment.close();
    tracer.setSegment(parent);
  }
}

function result(reply: Reply, correlationId: string): APIGatewayProxyStructuredResultV2 {
  const body = isProblem(reply) ? { ...Object(reply.body), correlationId } : reply.body;
  return {
    statusCode: reply.status,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      "x-correlation-id": correlationId,
      "cache-control": "no-store",
      ...reply.headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
