import type { TerraformStack } from "cdktf";
import { addBucket } from "../../../workloads/microservice/add-bucket";
import { addFunction } from "../../../workloads/microservice/add-function";
import { addQueue } from "../../../workloads/microservice/add-queue";
import { addTable } from "../../../workloads/microservice/add-table";
import type { Placement } from "../../../workloads/microservice/placement";
import { bucket, queue, type ServiceDefinition, table, uses } from "../../../workloads/service-definition";
import type { AnyUse } from "../../../workloads/uses/use";

/** Every way there is to declare a use of a service's own resources, and by hand what it says: the actions, without their service's prefix. */
const ways: Readonly<Record<string, readonly [declared: AnyUse, actions: readonly string[]]>> = {
  "table.get": [table.get("papers"), ["GetItem"]],
  "table.query": [table.query("papers"), ["Query"]],
  "table.scan": [table.scan("papers"), ["Scan"]],
  "table.put": [table.put("papers"), ["PutItem"]],
  "table.update": [table.update("papers"), ["UpdateItem"]],
  "table.delete": [table.delete("papers"), ["DeleteItem"]],
  "table.check": [table.check("papers"), ["ConditionCheckItem"]],
  "table.read": [table.read("papers"), ["GetItem", "BatchGetItem", "Query"]],
  "table.write": [table.write("papers"), ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"]],
  uses: [uses("papers", "GetItem", "BatchWriteItem"), ["GetItem", "BatchWriteItem"]],
  "queue.send": [queue.send("letters"), ["SendMessage"]],
  "queue.park": [queue.park("letters"), ["ParkMessage"]],
  "queue.measure": [queue.measure("letters"), ["GetQueueAttributes"]],
  "queue.take": [queue.take("letters"), ["ReceiveMessage", "DeleteMessage"]],
  "bucket.read": [bucket.read("boxes"), ["GetObject"]],
  "bucket.write": [bucket.write("boxes"), ["PutObject"]],
  "bucket.delete": [bucket.delete("boxes"), ["DeleteObject"]],
  "bucket.list": [bucket.list("boxes"), ["ListBucket"]],
};

/** The ways that `declare.ts` has. */
export const waysToDeclare: readonly string[] = [
  ...Object.keys(table).map((way) => `table.${way}`),
  ...Object.keys(queue).map((way) => `queue.${way}`),
  ...Object.keys(bucket).map((way) => `bucket.${way}`),
  "uses",
];

/** The ways of which the archive has a function. */
export const waysTried: readonly string[] = Object.keys(ways);

const idOf = (way: string): string => way.replace(".", "-");

/** A service of which each function uses one thing in one way. */
export const archive: ServiceDefinition = {
  ...{ name: "archive", contract: "none", handlers: __dirname },
  tables: { papers: { partitionKey: "id", stream: true }, others: { partitionKey: "id" } },
  queues: { letters: {}, others: {} },
  buckets: { boxes: {}, others: {} },
  operations: Object.fromEntries(
    Object.entries(ways).map(([way, [use, actions]]) => [idOf(way), { uses: [{ ...use, actions } as AnyUse] }]),
  ),
};

/** Its resources and functions, without an API. */
export function addArchive(stack: TerraformStack, placement: Placement): void {
  const { name, tables, queues = {}, buckets = {} } = archive;
  for (const [each, definition] of Object.entries(tables)) addTable(stack, name, each, definition);
  for (const [each, definition] of Object.entries(queues)) addQueue(stack, placement, name, each, definition);
  // Addresses of queues and tables may be the same, those of buckets too: types differ.
  for (const [each, definition] of Object.entries(buckets)) addBucket(stack, placement, name, each, definition);
  const bundle = { file: __filename, bytes: 0, sha256: "0".repeat(64) };
  for (const [way, [use]] of Object.entries(ways)) {
    addFunction(stack, placement, name, { id: idOf(way), uses: [use], bundle });
  }
}
