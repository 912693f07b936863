import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import type fc from "fast-check";
import { circuitBreaker } from "../../../workloads/patterns/circuit-breaker/runtime/circuit-breaker";
import type { BreakerTable } from "../../../workloads/patterns/circuit-breaker/runtime/circuit-table";
import { CallTimeout, type Clock } from "../../../workloads/patterns/circuit-breaker/runtime/clock";
import type { BreakerSettings, Circuit } from "../../../workloads/patterns/circuit-breaker/runtime/state";
import { metrics } from "../../../workloads/runtime/telemetry";

export type Item = Circuit & Readonly<Record<string, unknown>>;

type Step = () => Promise<unknown>;
const atOnce: Step = () => Promise.resolve();

/** One item, which keeps the condition of a put. @param step awaited before each read and write */
export function memoryTable(step: Step = atOnce, conditional = true) {
  const written: Item[] = [];
  const table: BreakerTable = {
    get: async <Stored>() => {
      await step();
      return written.at(-1) as Stored | undefined;
    },
    put: async ({ Item, ExpressionAttributeValues }) => {
      await step();
      const was = written.at(-1);
      if (conditional && was !== undefined && was.version !== ExpressionAttributeValues?.[":was"])
        throw new ConditionalCheckFailedException({ $metadata: {}, message: "it has another version" });
      written.push(Item as Item);
      return { $metadata: {} };
    },
  };
  return { table, written };
}

/** Time that passes when a test says so. What is under way for too long then is given up. */
export function testClock(step: Step = atOnce) {
  let now = 1_000_000;
  const limits = new Set<{ readonly at: number; readonly giveUp: () => void }>();
  const clock: Clock = {
    now: () => now,
    pause: async () => void (await step()),
    within: (milliseconds, work) =>
      new Promise((resolve, reject) => {
        const limit = { at: now + milliseconds, giveUp: () => reject(new CallTimeout("late")) };
        limits.add(limit);
        void work(new AbortController().signal)
          .then(resolve, reject)
          .finally(() => limits.delete(limit));
      }),
  };
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    for (const limit of limits) {
      if (limit.at > now) continue;
      limits.delete(limit);
      limit.giveUp();
    }
  };
  return { clock, pass };
}

/** One call of a dependency. */
export interface Call {
  readonly answers: "well" | "badly" | "never";
  /** Milliseconds that pass before it. */
  readonly after: number;
}

/**
 * Calls of several functions at once, whose reads, writes and calls come in any order.
 *
 * @returns what was written, and the most probes that were under way at once
 */
export async function interleaved(
  scheduler: fc.Scheduler,
  settings: BreakerSettings,
  functions: readonly (readonly Call[])[],
  conditional: boolean,
): Promise<{ readonly written: readonly Item[]; readonly mostProbes: number }> {
  const step: Step = () => scheduler.schedule(Promise.resolve());
  const { clock, pass } = testClock(step);
  const { table, written } = memoryTable(step, conditional);
  let probes = 0;
  let mostProbes = 0;
  const one = async ({ answers, after }: Call): Promise<void> => {
    await step();
    pass(after);
    let isProbe = false;
    const own: BreakerTable = {
      ...table,
      put: async (input) => {
        const answer = await table.put(input);
        if ((input.Item as Item).because === "probe") isProbe = true;
        return answer;
      },
    };
    const counting: Clock = {
      ...clock,
      within: (milliseconds, work) => {
        if (isProbe) mostProbes = Math.max(mostProbes, (probes += 1));
        return clock.within(milliseconds, work).finally(() => (probes -= isProbe ? 1 : 0));
      },
    };
    const work = async (): Promise<void> => {
      await (answers === "never" ? new Promise(() => undefined) : step());
      if (answers === "badly") throw new Error("down");
    };
    await circuitBreaker(settings, counting)
      .call(own, work)
      .catch(() => undefined);
  };
  let done = false;
  const all = Promise.all(
    functions.map(async (calls) => {
      for (const call of calls) await one(call);
    }),
  ).then(() => (done = true));
  while (!done) {
    await scheduler.waitIdle();
    // What never answers is given up.
    pass(settings.timeoutSeconds * 1000);
    await new Promise((resume) => setImmediate(resume));
  }
  await all;
  metrics.clearMetrics();
  return { written, mostProbes };
}

/** The states that a circuit has to have had, given what was written in that order: told without the product's code. */
export function statesOf(written: readonly Item[], { failures, successes }: BreakerSettings): readonly string[] {
  let state = "closed";
  let row = 0;
  return written.map(({ because }) => {
    if (because === "probe") {
      row = state === "half-open" ? row : 0;
      state = "half-open";
    } else if (state === "half-open") {
      row += 1;
      if (because === "failure") state = "open";
      else if (row === successes) [state, row] = ["closed", 0];
    } else {
      row = because === "failure" ? row + 1 : 0;
      if (row === failures) state = "open";
    }
    return state;
  });
}
