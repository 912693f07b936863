import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../../declaration/model";
import { codeLeftOut } from "../../../workloads/bundle/code-of";
import { checkConsumers } from "../../../workloads/microservice/check-consumers";
import { checkPublishes } from "../../../workloads/microservice/check-publishes";
import { bus, subscription } from "../../../workloads/service-definition";
import { buildService } from "../../../workloads/service-stack";
import { shopOrders } from "../../fixtures/shop/services/orders/service";
import { shopZone, stackText } from "../events/shop";

type Attributes = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
interface Statement {
  readonly Sid: string;
}

const zone = shopZone();
const central = `arn:aws:events:eu-west-1:${zone.ids.get("account/hub")}:event-bus/landfall-live`;

function built(of: LandingZone, id: string): Resources {
  const text = stackText(of, id, buildService, { [codeLeftOut]: true });
  return (JSON.parse(text) as { resource: Resources }).resource;
}

const orders = built(zone, "orders-live-orders");
const fulfilment = built(zone, "fulfilment-live-fulfilment");

const statementsOf = (resources: Resources, id: string): readonly Statement[] =>
  (JSON.parse(String(resources["aws_iam_role_policy"]?.[id]?.["policy"])) as { Statement: Statement[] }).Statement;
const variablesOf = (resources: Resources, id: string): object =>
  Object((resources["aws_lambda_function"]?.[id]?.["environment"] as { variables?: object } | undefined)?.variables);

describe("a function that declares what it publishes", () => {
  test.each([
    ["announce, by name", orders, "announce", "orders", "OrderPurchased"],
    ["reserveStock, all of its service's", fulfilment, "reserveStock", "fulfilment", "StockReserved"],
  ])("may put that on the central bus, and knows it: %s", (_what, resources, id, source, detailType) => {
    expect(statementsOf(resources, id)).toContainEqual({
      Sid: "PublishEvents",
      Effect: "Allow",
      Action: ["events:PutEvents"],
      Resource: central,
      Condition: { StringEquals: { "events:source": source, "events:detail-type": [detailType] } },
    });
    expect(variablesOf(resources, id)).toMatchObject({ LANDFALL_EVENT_BUS: central });
  });

  test.each(["recordPurchase", "project"])("is the only one: %s may not, and does not know it", (id) => {
    expect(statementsOf(orders, id).map(({ Sid }) => Sid)).not.toContain("PublishEvents");
    expect(variablesOf(orders, id)).not.toHaveProperty("LANDFALL_EVENT_BUS");
  });
});

describe("a consumer of a subscription", () => {
  test("takes from its queue, reports what failed, and has concurrency of its own", () => {
    expect(fulfilment["aws_lambda_event_source_mapping"]?.["reserveStock"]).toMatchObject({
      event_source_arn: "${aws_sqs_queue.reserveStock.arn}",
      function_response_types: ["ReportBatchItemFailures"],
      scaling_config: { maximum_concurrency: 2 },
    });
    expect(fulfilment["aws_lambda_function"]?.["reserveStock"]).toMatchObject({ reserved_concurrent_executions: 2 });
    expect(statementsOf(fulfilment, "reserveStock")).toContainEqual({
      Sid: "TakeMessages",
      Effect: "Allow",
      Action: ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
      Resource: `arn:aws:sqs:eu-west-1:${zone.ids.get("account/fulfilment-live")}:fulfilment-reserveStock`,
    });
  });

  test("has dead letters that one alarm tells its owner of, and that the dashboard shows", () => {
    const queue = "fulfilment-reserveStock_dead-letters";
    const alarms = Object.entries(fulfilment["aws_cloudwatch_metric_alarm"] ?? {}).filter(
      ([, { dimensions }]) => Object(dimensions)["QueueName"] === queue,
    );
    expect(alarms).toMatchObject([
      [
        "reserveStock-dead-letters",
        {
          metric_name: "ApproximateNumberOfMessagesVisible",
          threshold: 0,
          alarm_actions: ["${aws_sns_topic.alarms.arn}"],
        },
      ],
    ]);
    const dashboard = String(fulfilment["aws_cloudwatch_dashboard"]?.["dashboard"]?.["dashboard_body"]);
    expect(dashboard.split(`"${queue}"`)).toHaveLength(2);
    expect(dashboard).toContain('"ApproximateAgeOfOldestMessage","QueueName","fulfilment-reserveStock"');
  });
});

describe("a service with events is refused", () => {
  test("in an account that joins no bus, with what to write", () => {
    const apart = {
      ...zone,
      accounts: zone.accounts.map((account) => {
        if (account.name !== "orders-live" || !account.service) return account;
        const told = Object.entries(account.service).filter(([setting]) => setting !== "eventBus");
        const service = Object.fromEntries(told) as typeof account.service;
        return { ...account, service };
      }),
    };
    expect(() => built(apart, "orders-live-orders")).toThrow(
      "the service orders has events, and its account joins no event bus",
    );
  });

  const { operations, consumers } = shopOrders;
  test.each([
    ["an event that its service does not name", "OrderPurchase.v1", "did you mean OrderPurchased.v1?"],
    [
      "an event of another service",
      "StockReserved.v1",
      "recordPurchase publishes StockReserved.v1, which its service does not",
    ],
  ])("that publishes %s", (_what, event, message) => {
    const uses = [bus.publish(event)];
    expect(() => checkPublishes({ ...shopOrders, operations: { recordPurchase: { uses } } })).toThrow(message);
  });

  test("that publishes all events and names none", () => {
    const uses = [bus.publish()];
    const silent = {
      ...shopOrders,
      events: {},
      operations,
      consumers: { ...consumers, announce: { ...consumers.announce, uses } },
    };
    expect(() => checkPublishes(silent)).toThrow("announce publishes all events of its service, which names none");
  });

  test.each([
    [
      "that consumes what it did not subscribe to",
      { consumers: { take: { from: subscription("no"), uses: [] } } },
      "does not have",
    ],
    [
      "with two consumers of one subscription",
      { consumers: { ...consumers, again: consumers.project } },
      "each would get half",
    ],
    ["with a queue called as a subscription", { queues: { project: {} } }, "project is a queue and a subscription"],
  ])("%s", (_what, change, message) => {
    expect(() => checkConsumers({ ...shopOrders, ...change })).toThrow(message);
  });
});
