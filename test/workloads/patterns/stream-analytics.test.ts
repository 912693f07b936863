import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Vote } from "../../../examples/patterns/services/stream-analytics/vote";
import { streamAnalytics } from "../../../examples/patterns/services/stream-analytics/service";
import {
  additionsOf,
  type Countable,
  inTransactions,
  windowOf,
} from "../../../workloads/patterns/windowed-counts/windows";
import { takeRecords } from "../../../workloads/runtime/take-records";
import { context } from "../../../workloads/testing/events";
import { statementsOf } from "../../accounts/policy";
import { account, builtService } from "../built-service";
import { counter, eventOf, totalsOf } from "./votes";

const resources = builtService(streamAnalytics);
const at = (type: string, name: string) => resources[type]?.[name];
const streamArn = `arn:aws:kinesis:eu-west-1:${account}:stream/stream-analytics-votes`;

describe("a data stream", () => {
  test("is encrypted, and its consumer parks what it cannot handle, where it is seen", () => {
    expect(at("aws_kinesis_stream", "votes")).toMatchObject({
      name: "stream-analytics-votes",
      encryption_type: "KMS",
      shard_count: 2,
    });
    expect(at("aws_lambda_event_source_mapping", "countVotes")).toMatchObject({
      event_source_arn: "${aws_kinesis_stream.votes.arn}",
      bisect_batch_on_function_error: true,
      maximum_retry_attempts: 5,
      function_response_types: ["ReportBatchItemFailures"],
      destination_config: { on_failure: { destination_arn: "${aws_sqs_queue.countVotes_dead-letters.arn}" } },
    });
    for (const alarm of ["countVotes-dead-letters", "countVotes-iterator-age"])
      expect(at("aws_cloudwatch_metric_alarm", alarm)).toBeDefined();
  });

  test("is on demand where nobody says how many shards", () => {
    const votes = builtService({ ...streamAnalytics, dataStreams: { votes: {} } })["aws_kinesis_stream"]?.["votes"];
    expect(votes).toMatchObject({ stream_mode_details: { stream_mode: "ON_DEMAND" } });
    expect(votes).not.toHaveProperty("shard_count");
  });

  test("is put on by one function, read by another and by the delivery stream, which brings all of it", () => {
    const may = (role: string) =>
      statementsOf(at("aws_iam_role_policy", role)?.["policy"])
        .filter(({ Resource }) => Resource === streamArn)
        .flatMap(({ Action }) => Action);
    expect(may("castVotes")).toEqual(["kinesis:PutRecords"]);
    expect(may("countVotes")).toContain("kinesis:GetRecords");
    expect(may("ballots_delivery")).toContain("kinesis:GetRecords");
    expect(may("getTotals")).toEqual([]);
    expect(at("aws_kinesis_firehose_delivery_stream", "ballots_delivery")).toMatchObject({
      kinesis_source_configuration: { kinesis_stream_arn: "${aws_kinesis_stream.votes.arn}" },
    });
  });
});

describe("a batch of records", () => {
  const takes = async (fails: boolean, ...bodies: readonly string[]) => {
    const given: unknown[] = [];
    const run = takeRecords("count", (records) => {
      given.push(...records.map(({ data }) => data));
      return fails ? Promise.reject(new Error("no")) : Promise.resolve();
    });
    const { batchItemFailures } = await run(eventOf(bodies), context);
    return { given, from: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
  };

  test.each([
    ["is done when all is handled", false, ["1", "2\n"], [1, 2], []],
    ["is taken up again at what is no JSON, what is before is handled", false, ["1", "{", "3"], [1], ["1"]],
    ["has failed as a whole when it begins with that", false, ["{", "2"], [], [""]],
    ["has failed as a whole when the handler fails", true, ["1", "2"], [1, 2], [""]],
  ])("%s", async (_what, fails, bodies, given, from) => {
    expect(await takes(fails, ...bodies)).toEqual({ given, from });
  });
});

const countables = fc.array(
  fc.record({
    id: fc.nat(60).map(String),
    key: fc.constantFrom("yes", "no"),
    at: fc.nat(600_000),
    lane: fc.constantFrom("1", "2"),
  }),
  { maxLength: 300 },
);

describe("windows", () => {
  test("begin on time, and a time is in one", () => {
    expect(windowOf(Date.parse("2026-01-01T00:00:59.999Z"), 60)).toBe("2026-01-01T00:00:00.000Z");
    expect(windowOf(Date.parse("2026-01-01T00:01:00.000Z"), 60)).toBe("2026-01-01T00:01:00.000Z");
  });

  test("count each id once, in transactions that are no larger than DynamoDB takes", () => {
    fc.assert(
      fc.property(countables, (all) => {
        const groups = inTransactions(all, 60, 20);
        const ids = groups.flat().map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(ids)).toEqual(new Set(all.map(({ id }: Countable) => id)));
        for (const group of groups) {
          const additions = additionsOf(group, 60);
          expect(group.length + additions.length).toBeLessThanOrEqual(20);
          expect(additions.reduce((sum, { count }) => sum + count, 0)).toBe(group.length);
        }
      }),
      { numRuns: 50 },
    );
  });
});

const votes: readonly Vote[] = Array.from({ length: 10_000 }, (_, index) => ({
  id: `voter-${index}`,
  choice: (["yes", "no", "abstain"] as const)[index % 3] ?? "yes",
  at: new Date(Date.parse("2026-03-01T12:00:00Z") + ((index * 7919) % 300_000)).toISOString(),
}));
const poison = ["no vote", JSON.stringify({ id: "1", choice: "perhaps", at: "2026-03-01" })];

/** Each batch comes again now and then, as whole or from its middle; each tenth vote was put twice; two records are no votes. */
async function counted(conditions: boolean) {
  const count = counter(conditions);
  const twice = votes.flatMap((vote, index) => (index % 10 === 0 ? [vote, vote] : [vote]));
  const bodies = twice.map((vote) => JSON.stringify(vote));
  const records = [...bodies.slice(0, 777), ...poison.slice(0, 1), ...bodies.slice(777, 5000), ...poison.slice(1)];
  records.push(...bodies.slice(5000));
  for (let from = 0; from < records.length; from += 100) {
    await count.deliver(records.slice(from, from + 100));
    if (from % 700 === 0) await count.deliver(records.slice(from + 50, from + 100));
  }
  return count;
}

describe("votes", () => {
  test("count once each, in their minute, though some come twice and some are none", async () => {
    const { totals, parked } = await counted(true);
    expect(totals()).toEqual(totalsOf(votes));
    expect(new Set(parked)).toEqual(new Set(poison));
  });

  test("count twice what comes twice where no condition is looked at", async () => {
    const { totals } = await counted(false);
    expect(totals()).not.toEqual(totalsOf(votes));
  });
});
