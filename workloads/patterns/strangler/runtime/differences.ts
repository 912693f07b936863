import { randomUUID } from "node:crypto";
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import type { TableAccess } from "../../../runtime/access/access";
import { logger, metrics } from "../../../runtime/telemetry";
import type { Side } from "./route";

/** Where the old and the new implementation part. */
export interface Difference {
  readonly route: string;
  readonly key: string;
  /** Which of them answered. */
  readonly leads: Side;
  /** They answer differently; the new one led and failed; the one that does not lead did not write. */
  readonly kind: "answer" | "failed" | "not written";
  readonly old?: unknown;
  readonly new?: unknown;
}

const keptSeconds = 30 * 24 * 3600;
/** Of each answer: who looks for the cause has the key. */
const longestText = 10_000;

/** In the table, the log without what was answered, and as a metric. A request does not fail of it. */
export async function report(
  table: Pick<TableAccess<"PutItem">, "put">,
  { old: ofOld, new: ofNew, ...difference }: Difference,
): Promise<void> {
  logger.warn("the old and the new implementation differ", { ...difference });
  metrics.addMetric("StranglerDifferences", MetricUnit.Count, 1);
  const now = Date.now();
  try {
    await table.put({
      Item: {
        ...difference,
        at: `${new Date(now).toISOString()} ${randomUUID()}`,
        ...(ofOld === undefined ? {} : { old: textOf(ofOld) }),
        ...(ofNew === undefined ? {} : { new: textOf(ofNew) }),
        expiresAt: Math.floor(now / 1000) + keptSeconds,
      },
    });
  } catch (error) {
    logger.warn("the difference was not stored", { error: String(error) });
  }
}

function textOf(outcome: unknown): string {
  const text = JSON.stringify(outcome, (_, value: unknown) => (value instanceof Error ? String(value) : value));
  return text.slice(0, longestText);
}
