/** What handlers import, as `landfall/runtime`. Everything here is bundled into functions: only what is used stays. */
export type {
  Access,
  AccessOf,
  BucketAccess,
  DatabaseAccess,
  QueueAccess,
  SecretAccess,
  TableAccess,
} from "./access/access";
export type { BusAccess } from "./access/bus";
export type { SqlResult, SqlValue } from "./access/database";
export type { DeliveryStreamAccess } from "./access/delivery-stream";
export type { EmailAccess, Mail } from "./access/email";
export type { DataStreamAccess, StreamRecord } from "./access/data-stream";
export type { TopicAccess } from "./access/topic";
export type { WritePart } from "./access/table";
export { transact } from "./access/transact";
export type { Authorize, AuthorizeHandle, Credentials, Identity } from "./authorize";
export type { Caller, CallerKind } from "./caller";
export { createRecord, type Creation, type Idempotency } from "./create-record";
export { created } from "./created";
export { type Part, partsOf, type ReadRange, wholeWords } from "../patterns/map-reduce/runtime/parts";
export { observer, type ObserverAccess, type Turn } from "../patterns/job-observer/runtime/observer";
export type { PoolSize } from "../patterns/job-observer/runtime/pool-size";
export { worker, type WorkerAccess } from "../patterns/job-observer/runtime/worker";
export { type Filter, filter } from "../patterns/pipes-and-filters/runtime/filter";
export { type Gathered, gathered, type Replied } from "../patterns/scatter-gather/runtime/gathered";
export { failedConditions, ifAbsent, ifStill } from "./optimistic";
export type { ConsumerHandle, OperationHandle, TaskHandle } from "./handle";
export { Refusal } from "./refusal";
export type { Outgoing } from "../events/runtime/publish";
export { PublishError } from "../events/runtime/put-events";
export { DeliveryError } from "../delivery-streams/runtime/put-records";
export type { Request } from "./read-request";
export { keyOf, newestFirst, type Page, readRecord, recordOf } from "./records";
export { announceBy, type OutboxItem, type Tell, tellBy, tellNobody } from "./outbox";
export { type InvalidField, problem, type Reply } from "./reply";
export type { Handle } from "./serve";
export type { Message } from "./sources/queue";
export type { Tick } from "./sources/schedule";
export type { Change } from "./sources/stream";
export type { ReceivedEvent } from "./sources/subscription";
export type { DataRecord } from "./take-records";
export { type CircuitBreaker, circuitBreaker, CircuitOpen } from "../patterns/circuit-breaker/runtime/circuit-breaker";
export { CallTimeout } from "../patterns/circuit-breaker/runtime/clock";
export { callOrPark, type ParkedCall, replay } from "../patterns/circuit-breaker/runtime/parked-calls";
export { strangler, type Strangler } from "../patterns/strangler/runtime/strangler";
export { issueToken, type KnownToken, readToken, type TokenGrant } from "../patterns/bearer-tokens/runtime/tokens";
export { logger, metrics, tracer } from "./telemetry";
export { timeOrderedId } from "./time-ordered-id";
export { MetricUnit } from "@aws-lambda-powertools/metrics";
export type { Aggregate, EventKind, EventOf } from "../patterns/event-sourcing/aggregate";
export {
  changeAggregate,
  Contended,
  loadAggregate,
  replayAggregate,
  type Version,
} from "../patterns/event-sourcing/runtime/store";
export { project, type Projection, type Rebuild, rebuildPage, rowsOf } from "../patterns/cqrs/runtime/projection";
export { countInWindows, totalsOf } from "../patterns/windowed-counts/count-in-windows";
export { type Countable, windowOf } from "../patterns/windowed-counts/windows";
