import { logger } from "./telemetry";

/** Name of a message's attribute, and of an item's in a table with a stream, that carries the id on. */
export const correlationAttribute = "correlation_id";

/** The id of the request at the start of all this: what API Gateway gave it, or what came with the message or change. */
export function correlationId(): string | undefined {
  const id: unknown = logger.getCorrelationId();
  return typeof id === "string" ? id : undefined;
}
