import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { sameData } from "../../../declaration/slice/same-data";
import { readBy } from "../../../declaration/slice/slice-of";
import { stacksOf } from "../../../declaration/stacks";
import type { LandingZone } from "../../../declaration/model";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { boundaryStatements } from "../../../accounts/service/boundary";
import { buildEvents } from "../../../workloads/events/events-stack";
import { checkPublished, eventsOf } from "../../../workloads/events/event-graph";
import { publishStatement } from "../../../workloads/events/publish-access";
import { readCatalog } from "../../../workloads/events/schemas/catalog";
import { addEvents } from "../../../workloads/events/service/add-events";
import { serviceNamed } from "../../../workloads/services";
import { birch } from "../../fixtures/zones";
import { findingsOf } from "../../synth/least-privilege/findings";
import { placementIn } from "./placement-in";
import { inShop, shopZone, stackText } from "./shop";

const zone = shopZone();
const idOf = (account: string): string => zone.ids.get(`account/${account}`);
const busArn = (account: string, bus: string): string => `arn:aws:events:eu-west-1:${idOf(account)}:event-bus/${bus}`;
const universe = loadUniverse();

type Attributes = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
const resourcesOf = (text: string): Resources => (JSON.parse(text) as { resource: Resources }).resource;
const parsed = (value: unknown): unknown => JSON.parse(String(value));

const central = { arn: busArn("hub", "landfall-live"), accountId: idOf("hub") };
const serviceText = (account: string, service: string): string =>
  stackText(zone, account, (stack: TerraformStack) =>
    addEvents(stack, serviceNamed(service), placementIn(zone, account, central)),
  );

describe("the stack of the central buses", () => {
  const text = stackText(zone, "events", buildEvents);
  const resources = resourcesOf(text);

  test("lets each producer's account put its own events, from within the organisation, and nobody else anything", () => {
    const may = (Sid: string, account: string, source: string, detailType: string) => ({
      Sid,
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${idOf(account)}:root` },
      Action: "events:PutEvents",
      Resource: busArn("hub", "landfall-live"),
      Condition: {
        StringEquals: {
          "aws:PrincipalOrgID": zone.ids.get("organization"),
          "events:source": source,
          "events:detail-type": [detailType],
        },
      },
    });
    expect(parsed(resources["aws_cloudwatch_event_bus_policy"]?.["live"]?.["policy"])).toEqual({
      Version: "2012-10-17",
      Statement: [
        may("PutFulfilmentLive", "fulfilment-live", "fulfilment", "StockReserved"),
        may("PutOrdersLive", "orders-live", "orders", "OrderPurchased"),
      ],
    });
  });

  test("has a rule for each event and consumer, by a role that can put on that consumer's bus alone, with a dead-letter queue and its alarm", () => {
    const name = "live-fulfilment-live-orders-OrderPurchased-v1";
    expect(parsed(resources["aws_cloudwatch_event_rule"]?.[name]?.["event_pattern"])).toEqual({
      source: ["orders"],
      "detail-type": ["OrderPurchased"],
      detail: { metadata: { version: [1] } },
    });
    expect(resources["aws_cloudwatch_event_target"]?.[name]).toMatchObject({
      arn: busArn("fulfilment-live", "fulfilment"),
      role_arn: "${aws_iam_role.live-fulfilment-live.arn}",
      dead_letter_config: { arn: "${aws_sqs_queue.live-fulfilment-live_dead-letters.arn}" },
    });
    expect(resources["aws_sqs_queue"]?.["live-fulfilment-live_dead-letters"]).toMatchObject({
      name: "landfall-events-live-fulfilment-live_dead-letters",
      message_retention_seconds: 14 * 24 * 3600,
    });
    expect(parsed(resources["aws_iam_role_policy"]?.["live-fulfilment-live"]?.["policy"])).toMatchObject({
      Statement: [{ Action: "events:PutEvents", Resource: busArn("fulfilment-live", "fulfilment") }],
    });
    expect(parsed(resources["aws_iam_role"]?.["live-fulfilment-live"]?.["assume_role_policy"])).toMatchObject({
      Statement: [
        {
          Principal: { Service: "events.amazonaws.com" },
          Condition: {
            ArnEquals: {
              "aws:SourceArn": [
                `arn:aws:events:eu-west-1:${idOf("hub")}:rule/landfall-live/fulfilment-live-orders-OrderPurchased-v1`,
              ],
            },
          },
        },
      ],
    });
    expect(resources["aws_cloudwatch_metric_alarm"]?.["live-fulfilment-live"]).toMatchObject({ threshold: 0 });
    const targets = Object.values(resources["aws_cloudwatch_event_target"] ?? {});
    expect(targets).toHaveLength(4);
    for (const target of targets) expect(target).toHaveProperty("dead_letter_config");
  });

  test("keeps what happened, and registers the schemas", () => {
    expect(resources["aws_cloudwatch_event_archive"]).toMatchObject({
      live: { retention_days: 90 },
      test: { retention_days: 7 },
    });
    expect(resources["aws_schemas_schema"]?.["orders-OrderPurchased-v1"]).toMatchObject({
      name: "orders@OrderPurchased.v1",
      type: "JSONSchemaDraft4",
    });
  });

  test("allows no more than it must", () => {
    const found = findingsOf(text, universe).map(({ address, fault, at }) => `${address} ${fault} ${at}`);
    expect(found).toEqual(["aws_kms_key.alerts every-action AccountDecides"]);
  });

  test("reads of the zone its buses and who is on which; a zone without buses has no such stack", () => {
    const specOf = (of: LandingZone) => stacksOf(of).find(({ id }) => id === "events");
    expect(specOf(birch)).toBeUndefined();
    const spec = specOf(zone);
    if (!spec) throw new Error("no stack events");
    const before = readBy(zone, spec);
    const withOwner = { ...zone, accounts: zone.accounts.map((account) => ({ ...account, owner: "others" })) };
    expect(sameData(readBy(withOwner, spec).zone, before.zone)).toBe(true);
    const fewer = { ...zone, accounts: zone.accounts.filter(({ name }) => name !== "orders-test") };
    expect(sameData(readBy(fewer, spec).zone, before.zone)).toBe(false);
    expect(spec.needs).toContain("account/orders-test");
  });
});

describe("a service on a central bus", () => {
  const text = serviceText("fulfilment-live", "fulfilment");
  const resources = resourcesOf(text);

  test("has a bus that the central bus' account alone may put on, what it subscribed to", () => {
    expect(parsed(resources["aws_cloudwatch_event_bus_policy"]?.["events"]?.["policy"])).toMatchObject({
      Statement: [
        {
          Principal: { AWS: `arn:aws:iam::${idOf("hub")}:root` },
          Action: "events:PutEvents",
          Resource: busArn("fulfilment-live", "fulfilment"),
          Condition: { StringEquals: { "events:source": ["orders"] } },
        },
      ],
    });
  });

  test("has a queue for each subscription that its rule alone fills, with a dead letter queue", () => {
    const rule = `arn:aws:events:eu-west-1:${idOf("fulfilment-live")}:rule/fulfilment/reserveStock-orders-OrderPurchased-v1`;
    expect(resources["aws_sqs_queue"]?.["reserveStock"]).toMatchObject({
      name: "fulfilment-reserveStock",
      sqs_managed_sse_enabled: true,
      redrive_policy: '{"deadLetterTargetArn":"${aws_sqs_queue.reserveStock_dead-letters.arn}","maxReceiveCount":5}',
    });
    for (const queue of ["reserveStock", "reserveStock_dead-letters"]) {
      expect(parsed(resources["aws_sqs_queue"]?.[queue]?.["policy"])).toMatchObject({
        Statement: [
          { Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } },
          { Effect: "Allow", Action: "sqs:SendMessage", Condition: { ArnEquals: { "aws:SourceArn": [rule] } } },
        ],
      });
    }
    expect(resources["aws_cloudwatch_event_target"]?.["reserveStock-orders-OrderPurchased-v1"]).toMatchObject({
      arn: "${aws_sqs_queue.reserveStock.arn}",
      dead_letter_config: { arn: "${aws_sqs_queue.reserveStock_dead-letters.arn}" },
    });
    expect(findingsOf(text, universe)).toEqual([]);
  });

  test("publishes on the central bus its own events and no others, which its boundary lets it do", () => {
    expect(publishStatement(central, "orders", ["OrderPurchased.v1"])).toMatchObject({
      Resource: central.arn,
      Condition: { StringEquals: { "events:source": "orders", "events:detail-type": ["OrderPurchased"] } },
    });
    const account = zone.accounts.find(({ name }) => name === "orders-live");
    if (!account) throw new Error("no account");
    const statement = { Sid: "CentralBus", Effect: "Allow", Action: "events:PutEvents", Resource: central.arn };
    expect(boundaryStatements(zone, account)).toContainEqual(statement);
    if (!account.service) throw new Error("no service");
    const alone = { ...account, service: { ...account.service, eventBus: undefined } };
    expect(boundaryStatements(zone, alone).map(({ Sid }) => Sid)).not.toContain("CentralBus");
  });

  test("is refused in an account that joins no bus", () => {
    const add = (): string =>
      stackText(zone, "orders-live", (stack: TerraformStack) =>
        addEvents(stack, serviceNamed("orders"), placementIn(zone, "orders-live", undefined)),
      );
    expect(add).toThrow("the service orders has events, and its account joins no event bus");
  });
});

describe("what services say of events", () => {
  const catalog = inShop(() => readCatalog());
  const read = (name: string, events: object) => eventsOf({ name, events }, catalog);

  test.each([
    [
      "publishes what has no schema",
      () => read("orders", { publishes: ["OrderPurchase.v1"] }),
      "the service orders publishes OrderPurchase.v1, which has no schema; did you mean OrderPurchased.v1?",
    ],
    [
      "publishes another's event",
      () => read("payments", { publishes: ["OrderPurchased.v1"] }),
      "the service payments publishes OrderPurchased.v1, which has no schema",
    ],
    [
      "wants what has no schema",
      () => read("reports", { subscribes: { count: ["orders/OrderPurchased.v2"] } }),
      "count of the service reports subscribes to orders/OrderPurchased.v2, which has no schema; did you mean orders/OrderPurchased.v1?",
    ],
    [
      "wants what nobody publishes",
      () => checkPublished([read("reports", { subscribes: { count: ["orders/OrderPurchased.v1"] } })]),
      "count of the service reports subscribes to orders/OrderPurchased.v1, which no service on its bus publishes",
    ],
  ])("is refused where it %s", (_what, say, message) => {
    expect(say).toThrow(message);
  });
});
