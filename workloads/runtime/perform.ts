import { MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";
import { correlationAttribute } from "./correlation";
import { logger, metrics } from "./telemetry";

/**
 * The Lambda function of a task or an offer, which state machines call. It works under the correlation id that the execution was started with, if it was given
 * that. What the handler throws has the state machine decide by the error's name.
 */
export function perform<Input, Output>(
  name: string,
  handle: (input: Input) => Promise<Output>,
): (input: Input, context: Context) => Promise<Output> {
  metrics.setDefaultDimensions({ task: name });
  return async (input, context) => {
    logger.resetKeys();
    logger.addContext(context);
    logger.appendKeys({ task: name });
    const id = correlationOf(input);
    if (id !== undefined) logger.setCorrelationId(id);
    metrics.captureColdStartMetric();
    try {
      const output = await handle(input);
      logger.info("performed");
      metrics.addMetric("TasksPerformed", MetricUnit.Count, 1);
      return output;
    } catch (error) {
      logger.error("not performed", error instanceof Error ? error : new Error(String(error)));
      metrics.addMetric("TasksFailed", MetricUnit.Count, 1);
      throw error;
    } finally {
      metrics.publishStoredMetrics();
    }
  };
}

function correlationOf(input: unknown): string | undefined {
  if (typeof input !== "object" || input === null) return undefined;
  const id: unknown = (input as Readonly<Record<string, unknown>>)[correlationAttribute];
  return typeof id === "string" ? id : undefined;
}
