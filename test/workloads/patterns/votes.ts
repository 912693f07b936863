import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { KinesisStreamEvent } from "aws-lambda";
import { countVotes } from "../../../examples/patterns/services/stream-analytics/handlers/countVotes";
import type { Vote } from "../../../examples/patterns/services/stream-analytics/vote";
import { PutItem, UpdateItem } from "../../../workloads/runtime/access/table";
import { documents } from "../../../workloads/runtime/clients/dynamodb";
import { takeRecords } from "../../../workloads/runtime/take-records";
import { context } from "../../../workloads/testing/events";

/** Records of one shard, as Lambda hands them over. */
export function eventOf(bodies: readonly string[], first = 0): KinesisStreamEvent {
  const Records = bodies.map((body, place) => ({
    ...{ eventID: `shardId-1:${first + place}`, eventName: "", eventSource: "", eventVersion: "", awsRegion: "" },
    ...{ eventSourceARN: "", invokeIdentityArn: "" },
    kinesis: {
      ...{ partitionKey: "key", kinesisSchemaVersion: "", approximateArrivalTimestamp: 0 },
      sequenceNumber: String(first + place),
      data: Buffer.from(body).toString("base64"),
    },
  }));
  return { Records };
}

/** @param conditions false for a table that looks at none */
export function counter(conditions = true) {
  process.env["COUNTED_TABLE"] = "counted";
  process.env["COUNTS_TABLE"] = "counts";
  const counted = new Set<string>();
  const counts = new Map<string, number>();
  documents.send = ((command: TransactWriteCommand) => {
    const parts = command.input.TransactItems ?? [];
    const known = parts.map(({ Put }) => conditions && Put !== undefined && counted.has(String(Put.Item?.["id"])));
    if (parts.length > 100) return Promise.reject(new Error(`${parts.length} parts are too many`));
    if (known.some(Boolean)) {
      const CancellationReasons = known.map((is) => ({ Code: is ? "ConditionalCheckFailed" : "None" }));
      return Promise.reject(new TransactionCanceledException({ message: "", $metadata: {}, CancellationReasons }));
    }
    for (const { Put, Update } of parts) {
      if (Put) counted.add(String(Put.Item?.["id"]));
      const { window, lane } = Object(Update?.Key) as { readonly window?: string; readonly lane?: string };
      const place = `${window} ${lane?.split("#")[0]}`;
      if (Update) counts.set(place, (counts.get(place) ?? 0) + Number(Update.ExpressionAttributeValues?.[":count"]));
    }
    return Promise.resolve({});
  }) as unknown as typeof documents.send;
  const tables = { counted: PutItem("counted"), counts: UpdateItem("counts") };
  const run = takeRecords("countVotes", (records) => countVotes(records, { tables, queues: {}, buckets: {} }));
  const parked: string[] = [];
  return {
    parked,
    totals: (): Readonly<Record<string, number>> => Object.fromEntries([...counts].sort()),
    /** Works a batch off as Lambda does: where the function says, in halves, until it went well or one record is left. */
    deliver: async function deliver(bodies: readonly string[]): Promise<void> {
      const { batchItemFailures } = await run(eventOf(bodies), context);
      const [failed] = batchItemFailures;
      if (failed === undefined) return;
      const left = bodies.slice(Number(failed.itemIdentifier));
      if (left.length === 1) return void parked.push(...left);
      const middle = Math.ceil(left.length / 2);
      await deliver(left.slice(0, middle));
      await deliver(left.slice(middle));
    },
  };
}

/** What the totals have to be, each vote once. */
export function totalsOf(votes: readonly Vote[]): Readonly<Record<string, number>> {
  const totals = new Map<string, number>();
  for (const { at, choice } of new Map(votes.map((vote) => [vote.id, vote])).values()) {
    const place = `${at.slice(0, 16)}:00.000Z ${choice}`;
    totals.set(place, (totals.get(place) ?? 0) + 1);
  }
  return Object.fromEntries([...totals].sort());
}
