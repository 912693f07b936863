import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../../declaration/load";
import { checkConsumers } from "../../../workloads/microservice/check-consumers";
import { buildService } from "../../../workloads/service-stack";
import { orders } from "../../../workloads/services/orders/service";
import { buildStack, type BuiltStack } from "../../fixtures/built-stack";
import { withIds } from "../../fixtures/ids";

const zone = withIds(loadZone("zone"));
const stack = buildStack(zone, ({ id }) => id === "orders-dev-orders", buildService);

type Attributes = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => String(value);
const number = (value: unknown): number => Number(value);

/** Asynchronous edges of a stack whose failures end nowhere, or where nobody is told. */
function openEdges(resources: BuiltStack["resources"]): string[] {
  const all = [...resources];
  const ofType = (type: string): [string, Attributes][] => all.filter(([address]) => address.startsWith(`${type}.`));
  const isWatched = (queue: string): boolean =>
    ofType("aws_cloudwatch_metric_alarm").some(([, alarm]) => {
      const dimensions = Object(alarm["dimensions"]) as Attributes;
      const actions = alarm["alarm_actions"];
      const name = resources.get(`aws_sqs_queue.${queue}`)?.["name"];
      const depth = alarm["metric_name"] === "ApproximateNumberOfMessagesVisible";
      return depth && dimensions["QueueName"] === name && Array.isArray(actions) && actions.length > 0;
    });
  const referred = (value: unknown): string | undefined =>
    /\$\{aws_sqs_queue\.([\w-]+)\.arn\}/.exec(JSON.stringify(value))?.[1];
  const parked = (address: string, queue: string | undefined): string[] => {
    if (queue === undefined) return [`${address} has no dead letter queue`];
    return isWatched(queue) ? [] : [`nobody is told of the dead letters of ${address}`];
  };
  // What a state machine could neither do nor undo waits for people, as dead letters do: it goes nowhere else.
  const isEnd = (address: string): boolean => /_(dead-letters|parked)$/.test(address);
  return [
    ...ofType("aws_sqs_queue")
      .filter(([address]) => !isEnd(address))
      .flatMap(([address, queue]) => parked(address, referred(queue["redrive_policy"]))),
    ...ofType("aws_sqs_queue")
      .filter(([address]) => address.endsWith("_parked"))
      .flatMap(([address]) => parked(address, address.replace("aws_sqs_queue.", ""))),
    ...ofType("aws_lambda_event_source_mapping")
      .filter(([, mapping]) => text(mapping["event_source_arn"]).includes("aws_dynamodb_table"))
      .flatMap(([address, mapping]) => parked(address, referred(mapping["destination_config"]))),
  ];
}

/** The stack with one attribute of one resource gone. */
function without(address: string, attribute?: string): BuiltStack["resources"] {
  const resources = new Map(stack.resources);
  const left = Object.entries(stack.at(address)).filter(([name]) => name !== attribute);
  if (attribute === undefined) resources.delete(address);
  else resources.set(address, Object.fromEntries(left));
  return resources;
}

describe("every asynchronous edge", () => {
  test("has a dead letter queue, and an alarm on it that tells the owner", () => {
    expect(openEdges(stack.resources)).toEqual([]);
  });

  test.each([
    ["aws_sqs_queue.confirmations", "redrive_policy"],
    ["aws_lambda_event_source_mapping.requestConfirmation", "destination_config"],
    ["aws_cloudwatch_metric_alarm.confirmations-dead-letters", undefined],
    ["aws_cloudwatch_metric_alarm.requestConfirmation-dead-letters", "alarm_actions"],
    ["aws_cloudwatch_metric_alarm.purchase-parked", undefined],
    ["aws_cloudwatch_metric_alarm.cancelUnpaid-dead-letters", undefined],
  ])("is found open without %s %s", (address, attribute) => {
    expect(openEdges(without(address, attribute))).toHaveLength(1);
  });

  test("reports partial failures, and has concurrency of its own", () => {
    for (const name of ["requestConfirmation", "confirmOrder"]) {
      expect(stack.at(`aws_lambda_event_source_mapping.${name}`)["function_response_types"]).toEqual([
        "ReportBatchItemFailures",
      ]);
      expect(stack.at(`aws_lambda_function.${name}`)["reserved_concurrent_executions"]).toBe(2);
    }
    expect(stack.at("aws_lambda_event_source_mapping.confirmOrder")["scaling_config"]).toEqual({
      maximum_concurrency: 2,
    });
    expect(stack.at("aws_lambda_function.getOrder")).not.toHaveProperty("reserved_concurrent_executions");
  });
});

/** ARNs of a subscription's rules, on the service's own bus. */
const rulesOf = (subscription: "cancelUnpaid" | "completeShipped"): string[] =>
  orders.events.subscribes[subscription].map((event) => {
    const account = zone.ids.get("account/orders-dev");
    return `arn:aws:events:eu-west-1:${account}:rule/orders/${subscription}-${event.replace(/[/.]/g, "-")}`;
  });

describe("a queue", () => {
  test("keeps a message hidden six times as long as its consumer may take", () => {
    const visibility = number(stack.at("aws_sqs_queue.confirmations")["visibility_timeout_seconds"]);
    expect(visibility).toBeGreaterThanOrEqual(6 * number(stack.at("aws_lambda_function.confirmOrder")["timeout"]));
  });

  test("is encrypted and over TLS only, its dead letters too; rules alone may send besides, to what is subscribed", () => {
    const [queues, parked] = [["confirmations", "paymentEvents"], ["purchase_parked"]];
    const streams = ["requestConfirmation", "announce", "announcePlaced"];
    const subscriptions = ["cancelUnpaid", "completeShipped"] as const;
    const deadLetters = [...queues, ...subscriptions, ...streams].map((edge) => `${edge}_dead-letters`);
    expect([...stack.ofType("aws_sqs_queue").keys()].sort()).toEqual(
      [...queues, ...subscriptions, ...parked, ...deadLetters].sort(),
    );
    for (const [name, queue] of stack.ofType("aws_sqs_queue")) {
      expect(queue["sqs_managed_sse_enabled"]).toBe(true);
      const subscription = subscriptions.find((each) => name === each || name === `${each}_dead-letters`);
      expect(JSON.parse(text(queue["policy"])).Statement).toEqual([
        expect.objectContaining({
          Effect: "Deny",
          Action: "sqs:*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
        ...(subscription === undefined
          ? []
          : [
              expect.objectContaining({
                Effect: "Allow",
                Principal: { Service: "events.amazonaws.com" },
                Action: "sqs:SendMessage",
                Condition: { ArnEquals: { "aws:SourceArn": rulesOf(subscription) } },
              }),
            ]),
      ]);
    }
  });
});

describe("a stream", () => {
  test("gives its consumer the changes it wants, tries them again, in halves, and moves on", () => {
    expect(stack.at("aws_dynamodb_table.orders")).toMatchObject({
      stream_enabled: true,
      stream_view_type: "NEW_AND_OLD_IMAGES",
    });
    expect(stack.at("aws_lambda_event_source_mapping.requestConfirmation")).toMatchObject({
      starting_position: "TRIM_HORIZON",
      maximum_retry_attempts: 5,
      bisect_batch_on_function_error: true,
      filter_criteria: { filter: [{ pattern: '{"eventName":["INSERT"]}' }] },
    });
  });
});

describe("a definition is refused", () => {
  const consumer = { from: { kind: "queue", name: "confirmations" }, key: "id", uses: [] } as const;
  test.each([
    ["that takes from what is not there", { a: { ...consumer, from: { kind: "queue", name: "no" } } }, "does not have"],
    ["whose table has no stream", { a: { ...consumer, from: { kind: "stream", name: "other" } } }, "does not have"],
    ["with two consumers of one queue", { a: consumer, b: consumer }, "each would get half"],
    ["with a consumer called as an operation", { getOrder: consumer }, "is an operation and a consumer"],
    ["with a name no export has", { "a-b": consumer }, "is no name"],
    ["without a key", { a: { ...consumer, key: "" } }, "has no key"],
    ["with the concurrency 1", { a: { ...consumer, concurrency: 1 } }, "not 2 to 1000"],
  ] as const)("%s", (_name, consumers, message) => {
    expect(() => checkConsumers({ ...orders, consumers })).toThrow(message);
  });
});
