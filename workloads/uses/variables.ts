import type { UseKind } from "./use";

/** Environment variable that tells a function the name of a resource (of a queue, its URL): synth sets it, the runtime reads it. */
export function resourceVariable(kind: UseKind, name: string): string {
  return `${name.replaceAll("-", "_").toUpperCase()}_${kind.toUpperCase()}`;
}

/** As above: the URL of the queue's dead letter queue. */
export function parkingVariable(queue: string): string {
  return `${resourceVariable("queue", queue)}_PARKED`;
}

/** Environment variable that tells a function the secret by which it is let into a database. */
export function databaseSecretVariable(name: string): string {
  return `${resourceVariable("database", name)}_SECRET`;
}

/** What a database is called within its cluster: PostgreSQL takes a hyphen only quoted. */
export function databaseName(name: string): string {
  return name.replaceAll("-", "_");
}

/** The table of an idempotent consumer's keys. */
export const idempotencyVariable = "IDEMPOTENCY_TABLE";

/** Name of a message's attribute, and of an item's in a table with a stream, that carries the id on of the request at the start of all. */
export const correlationAttribute = "correlation_id";
