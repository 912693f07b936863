import { describe, expect, test } from "@jest/globals";
import { texts } from "../../../examples/patterns/services/texts/service";
import { type Text, countOf, wordsOf } from "../../../examples/patterns/services/texts/text";
import { filter } from "../../../workloads/runtime";
import { queueChain } from "../../../workloads/service-definition";
import fc from "../../fast-check";
import { builtService } from "../built-service";

const built = builtService(texts);

/** Queues that a function may put messages into. */
function sendsTo(name: string): readonly string[] {
  const policy = String(built["aws_iam_role_policy"]?.[name]?.["policy"]);
  const { Statement } = JSON.parse(policy) as {
    readonly Statement: readonly { readonly Action: readonly string[]; readonly Resource: string }[];
  };
  return Statement.filter(({ Action }) => Action.includes("sqs:SendMessage")).map(({ Resource }) => Resource);
}

describe("a chain of queues", () => {
  test("lets each stage take from its own queue, and send to the next one's alone", () => {
    for (const stage of ["normalise", "count", "keep"])
      expect(built["aws_lambda_event_source_mapping"]?.[stage]).toMatchObject({
        event_source_arn: `\${aws_sqs_queue.${stage}.arn}`,
        function_response_types: ["ReportBatchItemFailures"],
      });
    expect(sendsTo("normalise")).toEqual([expect.stringMatching(/:texts-count$/)]);
    expect(sendsTo("count")).toEqual([expect.stringMatching(/:texts-keep$/)]);
    expect(sendsTo("keep")).toEqual([]);
  });

  test("has a dead letter queue with an alarm, and concurrency of its own, at each stage", () => {
    for (const stage of ["normalise", "count", "keep"]) {
      expect(built["aws_sqs_queue"]?.[stage]?.["redrive_policy"]).toContain(`aws_sqs_queue.${stage}_dead-letters.arn`);
      expect(built["aws_cloudwatch_metric_alarm"]).toHaveProperty([`${stage}-dead-letters`]);
      expect(built["aws_cloudwatch_metric_alarm"]).toHaveProperty([`${stage}-age`]);
      expect(built["aws_lambda_function"]?.[stage]).toMatchObject({ reserved_concurrent_executions: 2 });
    }
  });

  test("says what its stages say, and has no two of one name", () => {
    const chain = queueChain("id", { name: "one", concurrency: 5, maxReceives: 2 }, { name: "two" });
    expect(chain).toMatchObject({ queues: { one: { maxReceives: 2 } }, consumers: { one: { concurrency: 5 } } });
    expect(() => queueChain("id", { name: "one" }, { name: "one" })).toThrow("two stages called one");
  });
});

describe("filters with pipes between them", () => {
  test("make of each text what they make one after the other, in whatever order messages are delivered and however often", async () => {
    const messages = fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(messages, fc.infiniteStream(fc.nat()), async (all, chosen) => {
        const given = all.map((text, index): Text => ({ textId: String(index), text }));
        const kept = new Map<string, unknown>();
        const counts: ReturnType<typeof wordsOf>[] = [];
        const keeps: ReturnType<typeof countOf>[] = [];
        const count = pipe(counts);
        const keep = pipe(keeps);
        for (const body of delivered(given, chosen)) await filter(wordsOf)({ body }, { queues: { count } });
        for (const body of delivered(counts, chosen)) await filter(countOf)({ body }, { queues: { keep } });
        for (const body of delivered(keeps, chosen)) kept.set(body.textId, body);
        expect(kept).toEqual(new Map(given.map((text) => [text.textId, countOf(wordsOf(text))])));
      }),
      { numRuns: 60 },
    );
  });

  test("end where a filter makes nothing, and go into every pipe that leaves it", async () => {
    const [left, right]: [unknown[], unknown[]] = [[], []];
    const even = filter((given: number) => (given % 2 === 0 ? given / 2 : undefined));
    const queues = { left: pipe(left), right: pipe(right) };
    for (const body of [1, 2, 4]) await even({ body }, { queues });
    expect([left, right]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });
});

/** As SQS sends it: JSON. */
function pipe(into: unknown[]) {
  return { send: async (body: unknown) => void into.push(JSON.parse(JSON.stringify(body))) };
}

/** Each at least once, in some order. */
function delivered<Body>(messages: readonly Body[], chosen: Iterator<number>): readonly Body[] {
  const next = (): number => Number(chosen.next().value);
  const often = messages.flatMap((message) => Array.from({ length: 1 + (next() % 2) }, () => message));
  return often
    .map((message) => ({ message, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ message }) => message);
}
