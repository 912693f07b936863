import { MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";
import { type Incoming, incomingOf, type ProxyEvent } from "./incoming";
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

/** A function's answer, which both payload formats know in this form. */
export interface ProxyResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * The Lambda function of one operation, behind a REST API or an HTTP API. It also answers its path's `ANY` route with 405: an HTTP API
 * itself would say 404 to a method that no route has.
 */
export function serve(
  endpoint: Endpoint,
  handle: (request: Request, context?: Context) => Promise<Reply>,
): (event: ProxyEvent, context?: Context) => Promise<ProxyResult> {
  metrics.setDefaultDimensions({ operation: endpoint.operationId });
  return async (event, context) => {
    const incoming = incomingOf(event);
    const correlationId = incoming.requestId;
    logger.resetKeys();
    logger.appendKeys({ correlation_id: correlationId, operation: endpoint.operationId });
    metrics.setFunctionName(endpoint.operationId);
    metrics.captureColdStartMetric();
    const reply = await traced(`## ${endpoint.operationId}`, () =>
      answer(endpoint, (request) => handle(request, context), incoming),
    );
    logger.info("answered", { route: incoming.routeKey, status: reply.status });
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    return result(reply, incoming);
  };
}

async function answer(endpoint: Endpoint, handle: Handle, incoming: Incoming): Promise<Reply> {
  if (incoming.routeKey !== endpoint.routeKey) {
    return problem(405, `${incoming.method} is not allowed here`, { headers: { allow: endpoint.allow } });
  }
  try {
    const request = readRequest(incoming, endpoint);
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

function result(reply: Reply, { requestId: correlationId, answerHeaders }: Incoming): ProxyResult {
  const body = isProblem(reply) ? { ...Object(reply.body), correlationId } : reply.body;
  return {
    statusCode: reply.status,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      "x-correlation-id": correlationId,
      "cache-control": "no-store",
      ...answerHeaders,
      ...reply.headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
