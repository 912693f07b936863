/** What handlers import, as `landfall/runtime`. Everything here is bundled into functions: only what is used stays. */
export type { Access, AccessOf, BucketAccess, QueueAccess, TableAccess } from "./access/access";
export type { WritePart } from "./access/table";
export { transact } from "./access/transact";
export type { Authorize, AuthorizeHandle, Credentials, Identity } from "./authorize";
export type { Caller, CallerKind } from "./caller";
export { createRecord, type Creation, type Idempotency } from "./create-record";
export { created } from "./created";
export type { ConsumerHandle, OperationHandle } from "./handle";
export { type Cause, type Outgoing, publisher, type Received } from "../events/runtime/publish";
export type { Request } from "./read-request";
export { keyOf, newestFirst, type Page, readRecord, recordOf } from "./records";
export { type InvalidField, problem, type Reply } from "./reply";
export type { Handle } from "./serve";
export type { Message } from "./sources/queue";
export type { Change } from "./sources/stream";
export { logger, metrics, tracer } from "./telemetry";
export { timeOrderedId } from "./time-ordered-id";
export { MetricUnit } from "@aws-lambda-powertools/metrics";
