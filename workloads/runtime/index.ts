/** What handlers import, as `landfall/runtime`. Everything here is bundled into functions: only what is used stays. */
export { createRecord, type Creation, type Idempotency } from "./create-record";
export { created } from "./created";
export { type Cause, type Outgoing, publisher, type Received } from "../events/runtime/publish";
export type { Request } from "./read-request";
export { newestFirst, type Page, readRecord } from "./records";
export { type InvalidField, problem, type Reply } from "./reply";
export type { Handle } from "./serve";
export { tableName, tables } from "./table";
export { logger, metrics, tracer } from "./telemetry";
export { timeOrderedId } from "./time-ordered-id";
export { MetricUnit } from "@aws-lambda-powertools/metrics";
