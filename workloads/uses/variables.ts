import type { UseKind } from "./use";

/** Environment variable that tells a function the name of a resource (of a queue, its URL): synth sets it, the runtime reads it. */
export function resourceVariable(kind: UseKind, name: string): string {
  return `${name.replaceAll("-", "_").toUpperCase()}_${kind.toUpperCase()}`;
}

/** As above: the URL of the queue's dead letter queue. */
export function parkingVariable(queue: string): string {
  return `${resourceVariable("queue", queue)}_PARKED`;
}

/** The table of an idempotent consumer's keys. */
export const idempotencyVariable = "IDEMPOTENCY_TABLE";
