import { randomUUID } from "node:crypto";
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { Refusal } from "../../../runtime/refusal";
import { logger, metrics } from "../../../runtime/telemetry";
import { type BreakerTable, change, CircuitNotWritten } from "./circuit-table";
import { type Admission, admit, type BreakerSettings, type Circuit, settle } from "./state";
import { type Clock, systemClock } from "./clock";

/** Calls one dependency, as long as it answers. */
export interface CircuitBreaker {
  readonly settings: BreakerSettings;
  /**
   * What the work returned. It ends when `signal` says so; a `Refusal` that it throws is an answer of a dependency that is well.
   *
   * @throws CircuitOpen when the dependency was not called; CallTimeout; what the work throws
   */
  call<Value>(table: BreakerTable, work: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
}

/** The dependency was not called, for it has failed too often just now. */
export class CircuitOpen extends Error {
  override readonly name = "CircuitOpen";
  constructor(
    dependency: string,
    readonly retryAfterSeconds: number,
  ) {
    super(`${dependency} is not called now`);
  }
}

/** @param clock another one in tests */
export function circuitBreaker(settings: BreakerSettings, clock: Clock = systemClock): CircuitBreaker {
  const { dependency, timeoutSeconds } = settings;
  return {
    settings,
    call: async (table, work) => {
      const admission = await admissionTo(table, settings, clock);
      if (!admission.passes) {
        metrics.addMetric("CallsNotMade", MetricUnit.Count, 1);
        throw new CircuitOpen(dependency, admission.retryAfterSeconds);
      }
      // A function that stood still since may find its place taken.
      if (admission.probe !== undefined && clock.now() + timeoutSeconds * 1000 > admission.probe.until)
        throw new CircuitOpen(dependency, timeoutSeconds);
      try {
        const value = await clock.within(timeoutSeconds * 1000, work);
        await tell(table, settings, clock, admission, "success");
        return value;
      } catch (error) {
        await tell(table, settings, clock, admission, error instanceof Refusal ? "success" : "failure");
        throw error;
      }
    },
  };
}

/** A circuit that cannot be read lets calls pass: the breaker is to protect, and not to be one more thing that fails. */
async function admissionTo(table: BreakerTable, settings: BreakerSettings, clock: Clock): Promise<Admission> {
  const { dependency, timeoutSeconds } = settings;
  const call = randomUUID();
  try {
    const { result, was, circuit } = await change(table, dependency, clock.pause, (known) =>
      admit(known, settings, clock.now(), call),
    );
    announce(dependency, was, circuit);
    return result;
  } catch (error) {
    logger.warn("the breaker's state is not to be had", { dependency, error: String(error) });
    // It was read, and was not closed.
    if (error instanceof CircuitNotWritten) return { passes: false, retryAfterSeconds: timeoutSeconds };
    return { passes: true, epoch: -1 };
  }
}

/** What came of a call is told as well as may be: the call has ended either way, and a probe that tells nothing is given up in time. */
async function tell(
  table: BreakerTable,
  settings: BreakerSettings,
  clock: Clock,
  admission: Extract<Admission, { passes: true }>,
  outcome: "success" | "failure",
): Promise<void> {
  const { dependency } = settings;
  try {
    const { was, circuit } = await change(table, dependency, clock.pause, (known) =>
      settle(known, settings, clock.now(), admission, outcome),
    );
    announce(dependency, was, circuit);
  } catch (error) {
    logger.warn("the breaker was not told", { dependency, outcome, error: String(error) });
  }
}

const metricOf = { open: "CircuitOpened", closed: "CircuitClosed", "half-open": "CircuitHalfOpened" } as const;

function announce(dependency: string, was: Circuit, { state }: Circuit): void {
  if (was.state === state) return;
  logger.warn(`the circuit is ${state}`, { dependency });
  metrics.addMetric(metricOf[state], MetricUnit.Count, 1);
}
