import { MetricUnit } from "@aws-lambda-powertools/metrics";
import type { QueueAccess, StateMachineAccess } from "../../../runtime/access/access";
import type { Tick } from "../../../runtime/sources/schedule";
import { logger, metrics } from "../../../runtime/telemetry";
import { type Places, setPool, takePlace } from "./places";
import { checkedSize, type PoolSize, workersFor } from "./pool-size";

/** What an observer is given. */
export interface ObserverAccess {
  readonly queues: { readonly jobs: QueueAccess<"GetQueueAttributes"> };
  readonly tables: { readonly workers: Places };
  readonly stateMachines: { readonly worker: StateMachineAccess<"StartExecution"> };
}

/** What a worker is started with, and told at every turn. */
export interface Turn {
  /** From 1 on: those at high places are the first to go. */
  readonly place: number;
  /** The worker's own name. */
  readonly holder: string;
  /** When it ends, even though there are jobs: another one takes its place. */
  readonly until: number;
}

/** So that a worker's execution has far fewer than the 25,000 events that one may have (Step Functions quotas, "State machine executions"). */
const lifeMilliseconds = 10 * 60_000;

/**
 * The handler `observe`: looks how many jobs wait, says how many workers that takes, and starts those that are missing. That there are too many the
 * workers see for themselves.
 *
 * @throws Error when it is no size
 */
export function observer(
  size: PoolSize,
  clock: () => number = Date.now,
): (tick: Tick, access: ObserverAccess) => Promise<void> {
  const checked = checkedSize(size);
  return async ({ id }, { queues, tables, stateMachines }) => {
    const waiting = await queues.jobs.waiting();
    const wanted = workersFor(waiting, checked);
    await setPool(tables.workers, { waiting, wanted, least: checked.least }, clock());
    let started = 0;
    for (let place = 1; place <= wanted; place++) {
      const holder = `${id}-${place}`;
      if (!(await takePlace(tables.workers, place, holder, clock()))) continue;
      const turn: Turn = { place, holder, until: clock() + lifeMilliseconds };
      await stateMachines.worker.start(holder, { ...turn });
      started++;
    }
    logger.info("observed", { waiting, wanted, started });
    metrics.addMetric("JobsWaiting", MetricUnit.Count, waiting);
    metrics.addMetric("WorkersWanted", MetricUnit.Count, wanted);
    metrics.addMetric("WorkersStarted", MetricUnit.Count, started);
  };
}
