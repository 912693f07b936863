import { describe, expect, test } from "@jest/globals";
import { fanOut } from "../../../examples/patterns/services/fan-out/service";
import type { OperationHandle } from "../../../workloads/runtime/handle";
import { defineService, type ServiceDefinition, topic } from "../../../workloads/service-definition";
import { checkTopics } from "../../../workloads/topics/check-topics";
import { statementsOf } from "../../accounts/policy";
import { account, builtService } from "../built-service";

const resources = builtService(fanOut);
const at = (type: string, name: string) => resources[type]?.[name];
const topicArn = `arn:aws:sns:eu-west-1:${account}:fan-out-happenings`;
const parsed = (text: unknown): unknown => JSON.parse(String(text ?? "null"));

describe("a topic", () => {
  test("is encrypted, and takes nothing that is not", () => {
    expect(at("aws_sns_topic", "happenings")).toMatchObject({
      name: "fan-out-happenings",
      kms_master_key_id: "alias/aws/sns",
    });
    expect(statementsOf(at("aws_sns_topic_policy", "happenings")?.["policy"])).toMatchObject([
      { Effect: "Deny", Action: "sns:Publish", Condition: { Bool: { "aws:SecureTransport": "false" } } },
    ]);
  });

  test.each([
    ["billOrder", { kind: ["placed"] }],
    ["refundOrder", { kind: ["cancelled"] }],
    ["screenOrder", { kind: ["placed"], total: [{ numeric: [">=", 1000] }] }],
    ["keepOrder", undefined],
  ])("gives %s its share, in a queue of its own that is watched", (consumer, filter) => {
    const subscription = at("aws_sns_topic_subscription", consumer);
    const deadLetters = `\${aws_sqs_queue.${consumer}_dead-letters.arn}`;
    expect(subscription).toMatchObject({ protocol: "sqs", raw_message_delivery: true });
    expect(subscription?.["endpoint"]).toBe(`\${aws_sqs_queue.${consumer}.arn}`);
    expect(subscription?.["filter_policy"] === undefined ? undefined : parsed(subscription["filter_policy"])).toEqual(
      filter,
    );
    expect(parsed(subscription?.["redrive_policy"])).toEqual({ deadLetterTargetArn: deadLetters });
    expect(parsed(at("aws_sqs_queue", consumer)?.["redrive_policy"])).toMatchObject({
      deadLetterTargetArn: deadLetters,
    });
    for (const queue of [consumer, `${consumer}_dead-letters`])
      expect(statementsOf(at("aws_sqs_queue", queue)?.["policy"])).toContainEqual(
        expect.objectContaining({
          Effect: "Allow",
          Principal: { Service: "sns.amazonaws.com" },
          Condition: { ArnEquals: { "aws:SourceArn": [topicArn] } },
        }),
      );
    for (const alarm of [`${consumer}-dead-letters`, `${consumer}-age`])
      expect(at("aws_cloudwatch_metric_alarm", alarm)).toBeDefined();
  });

  test("is published on by who declares it, and by nobody else", () => {
    const publishing = Object.keys(resources["aws_iam_role_policy"] ?? {}).filter((id) =>
      statementsOf(at("aws_iam_role_policy", id)?.["policy"]).some(({ Action }) =>
        JSON.stringify(Action).includes("sns:Publish"),
      ),
    );
    expect(publishing).toEqual(["tellHappening"]);
  });

  test("is refused where a filter could never pass, or nobody listens", () => {
    const definition = (consumers: ServiceDefinition["consumers"]): ServiceDefinition => ({
      ...(fanOut as ServiceDefinition),
      consumers: consumers ?? {},
    });
    const taking = (filter: Record<string, string[]>) => ({
      bill: { from: topic("happenings", filter), key: "id", uses: [] },
    });
    expect(() => checkTopics(definition(taking({ colour: ["red"] })))).toThrow("bill filters by colour");
    expect(() => checkTopics(definition(taking({ kind: [] })))).toThrow("bill wants no value of kind");
    expect(() => checkTopics(definition({}))).toThrow("nobody takes from the topic happenings");
    expect(() => checkTopics(definition(taking({ kind: ["placed"] })))).not.toThrow();
  });
});

/** Each `@ts-expect-error` fails the type check where the compiler finds nothing wrong. */
test("filters and messages are typed by the topic's attributes", () => {
  const publish = (async (_request, { topics }) => {
    await topics.happenings.publish({ kind: "placed", total: 1, orderId: "1" });
    // @ts-expect-error no such kind
    await topics.happenings.publish({ kind: "lost", total: 1 });
    // @ts-expect-error a message says its total
    await topics.happenings.publish({ kind: "placed" });
    return { status: 202 };
  }) satisfies OperationHandle<typeof fanOut, "tellHappening">;
  const own = { name: "own", contract: "", handlers: "", tables: {}, operations: {} } as const;
  const topics = { orders: { attributes: { kind: ["placed", "cancelled"], total: "number" } } } as const;
  const wrong = () =>
    defineService({
      ...own,
      topics,
      // @ts-expect-error no such kind
      consumers: { bill: { from: topic("orders", { kind: ["lost"] }), key: "id", uses: [] } },
    });
  const right = () =>
    defineService({
      ...own,
      topics,
      consumers: { bill: { from: topic("orders", { kind: ["placed"] }), key: "id", uses: [] } },
    });
  expect([publish, wrong, right]).toHaveLength(3);
});
