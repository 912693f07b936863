import { logger } from "./telemetry";

export { correlationAttribute } from "../uses/variables";

/** The id of the request at the start of all this: what API Gateway gave it, or what came with the message or change. */
export function correlationId(): string | undefined {
  const id: unknown = logger.getCorrelationId();
  return typeof id === "string" ? id : undefined;
}
