import { MetricUnit } from "@aws-lambda-powertools/metrics";
import type { QueueAccess, TableAccess } from "../../../runtime/access/access";
import type { Taken } from "../../../runtime/access/queue";
import { correlationId } from "../../../runtime/correlation";
import { type Message, source } from "../../../runtime/sources/queue";
import { logger, metrics } from "../../../runtime/telemetry";
import type { Turn } from "./observer";
import { keepPlace, leavePlace, type Pool, poolOf } from "./places";

/** What a worker is given at least. */
export interface WorkerAccess {
  readonly queues: { readonly jobs: QueueAccess<"ReceiveMessage" | "DeleteMessage"> };
  readonly tables: { readonly workers: TableAccess<"GetItem" | "UpdateItem"> };
}

/** No job is begun after that: its function has 10 seconds in all. */
const turnMilliseconds = 5000;

/** Nothing was observed: whoever is there goes on until the queue is empty. */
const unobserved: Pool = { waiting: 0, wanted: Infinity, least: 0 };

/**
 * The handler `work`, one turn of a worker: takes jobs, one after the other, for a few seconds. What the handler of a job throws lets that job come again,
 * and after five times go to the dead letters; the others pass it by. A job may be given twice: its effect has to be one that can be repeated, or one
 * on a condition.
 *
 * @returns whether there is another turn: not when its place is not wanted any more or somebody else's, its life is over or, of a worker beyond
 *   the least, nothing waits
 */
export function worker<Body, Access extends WorkerAccess>(
  handle: (job: Message<Body>, access: Access) => Promise<void>,
  clock: () => number = Date.now,
): (turn: Turn, access: Access) => Promise<{ readonly again: boolean }> {
  const oneJob = async ({ record, receipt }: Taken, access: Access): Promise<void> => {
    const own = correlationId();
    logger.appendKeys({ job: record.messageId });
    try {
      const { given, correlationId: sent } = source.read(record);
      if (sent !== undefined) logger.setCorrelationId(sent);
      // The body is as it was sent; the handler's type says what that was.
      await handle(given as Message<Body>, access);
      await access.queues.jobs.done({ receipt });
      metrics.addMetric("JobsDone", MetricUnit.Count, 1);
    } catch (error) {
      logger.error("job not done", error instanceof Error ? error : new Error(String(error)));
      metrics.addMetric("JobsFailed", MetricUnit.Count, 1);
    } finally {
      logger.removeKeys(["job"]);
      logger.setCorrelationId(own);
    }
  };
  return async ({ place, holder, until }, access) => {
    const { workers } = access.tables;
    const from = clock();
    if (!(await keepPlace(workers, place, holder, from))) return { again: false };
    const { wanted, least } = (await poolOf(workers)) ?? unobserved;
    let goesOn = place <= wanted && from < until;
    while (goesOn && clock() - from < turnMilliseconds) {
      const taken = await access.queues.jobs.take();
      if (taken !== undefined) await oneJob(taken, access);
      else goesOn = place <= least;
    }
    if (!goesOn) await leavePlace(workers, place, holder);
    return { again: goesOn };
  };
}
