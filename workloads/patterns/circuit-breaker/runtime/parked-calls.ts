import { randomUUID } from "node:crypto";
import type { QueueAccess } from "../../../runtime/access/access";
import { Refusal } from "../../../runtime/refusal";
import type { Message } from "../../../runtime/sources/queue";
import type { CircuitBreaker } from "./circuit-breaker";
import { CircuitOpen } from "./circuit-breaker";
import type { BreakerTable } from "./circuit-table";

/** A call that waits for its dependency, as a message. */
export interface ParkedCall<Input = unknown> {
  /** Tells this message from every other: the key of the consumer that replays. */
  readonly message: string;
  /** How often the dependency was called for it, and failed. */
  readonly failures: number;
  readonly input: Input;
}

type Work<Input, Value> = (input: Input, signal: AbortSignal) => Promise<Value>;

/** Failed calls before a parked one goes to the dead letter queue: it may be what the dependency fails of. */
const mostFailures = 5;

/** SQS API Reference, "SendMessage": DelaySeconds. */
const longestDelaySeconds = 900;

/**
 * Calls through the breaker, and parks the call when it was not made or failed: it is made again once the dependency answers, so it has to be
 * one that can be repeated. A `Refusal` is an answer, and is thrown.
 */
export async function callOrPark<Input, Value>(
  breaker: CircuitBreaker,
  { table, queue }: { readonly table: BreakerTable; readonly queue: QueueAccess<"SendMessage"> },
  input: Input,
  work: Work<Input, Value>,
): Promise<{ readonly outcome: "done"; readonly value: Value } | { readonly outcome: "parked" }> {
  try {
    return { outcome: "done", value: await breaker.call(table, (signal) => work(input, signal)) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const failures = error instanceof CircuitOpen ? 0 : 1;
    const parked: ParkedCall<Input> = { message: `${randomUUID()}.0`, failures, input };
    await queue.send(parked, { DelaySeconds: delayAfter(error, breaker) });
    return { outcome: "parked" };
  }
}

/** Makes a parked call; parks it again while the dependency does not answer. What it refuses, or fails of five times, goes to the dead letter queue. */
export async function replay<Input>(
  breaker: CircuitBreaker,
  access: { readonly table: BreakerTable; readonly queue: QueueAccess<"SendMessage"> & QueueAccess<"ParkMessage"> },
  message: Message<ParkedCall<Input>>,
  work: Work<Input, unknown>,
): Promise<void> {
  const { input, ...parked } = message.body;
  try {
    await breaker.call(access.table, (signal) => work(input, signal));
  } catch (error) {
    const failures = parked.failures + (error instanceof CircuitOpen ? 0 : 1);
    if (error instanceof Refusal || failures >= mostFailures) return access.queue.park(message, String(error));
    const again: ParkedCall<Input> = { message: nextOf(parked.message), failures, input };
    await access.queue.send(again, { DelaySeconds: delayAfter(error, breaker) });
  }
}

/** The same for every delivery of a message, so that one that is delivered twice is parked again once. */
function nextOf(message: string): string {
  const [call = "", number = "0"] = message.split(".");
  return `${call}.${Number(number) + 1}`;
}

function delayAfter(error: unknown, { settings }: CircuitBreaker): number {
  const seconds = error instanceof CircuitOpen ? error.retryAfterSeconds : settings.openSeconds;
  return Math.min(longestDelaySeconds, Math.max(1, Math.ceil(seconds)));
}
