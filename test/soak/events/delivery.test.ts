import {
  EventBridgeClient,
  PutEventsCommand,
  RemovePermissionCommand,
  StartReplayCommand,
} from "@aws-sdk/client-eventbridge";
import { GetQueueUrlCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { addEvents } from "../../../workloads/events/service/add-events";
import { serviceNamed } from "../../../workloads/services";
import { placementIn } from "../../workloads/events/placement-in";
import { stackText } from "../../workloads/events/shop";
import { type Name, region, type RunningShop, startShop } from "./running-shop";

let shop: RunningShop;
const settings = (account: Name) => shop.settings(account);
const idOf = (account: Name): string => shop.idOf(account);
const centralBus = (): string => shop.central.arn;

beforeAll(async () => {
  shop = await startShop();
  const { zone, central } = shop;
  await shop.apply(
    "fulfilment-live",
    stackText(zone, "fulfilment-live", (stack: TerraformStack) =>
      addEvents(stack, serviceNamed("fulfilment"), placementIn(zone, "fulfilment-live", central)),
    ),
  );
}, 600_000);
afterAll(() => shop?.close());

function purchase(orderId: string): string {
  const metadata = { id: orderId, correlationId: "c", causationId: "c", time: "2026-11-30T12:00:00Z", version: 1 };
  return JSON.stringify({ metadata, data: { orderId } });
}

const put = (account: Name, orderId: string, Source = "orders", DetailType = "OrderPurchased") =>
  new EventBridgeClient(settings(account)).send(
    new PutEventsCommand({ Entries: [{ EventBusName: centralBus(), Source, DetailType, Detail: purchase(orderId) }] }),
  );

/** Takes what is in a queue within a few seconds. */
async function received(account: Name, QueueName: string, seconds = 3) {
  const client = new SQSClient(settings(account));
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
  const messages = [];
  for (const end = Date.now() + seconds * 1000; Date.now() < end && messages.length === 0;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
        MessageAttributeNames: ["All"],
      }),
    );
    messages.push(...Messages);
  }
  return messages.map(({ Body = "", MessageAttributes = {} }) => ({
    event: JSON.parse(Body) as {
      account: string;
      source: string;
      detail: { data: { orderId: string } };
      "replay-name"?: string;
    },
    error: MessageAttributes["ERROR_CODE"]?.StringValue,
    rule: MessageAttributes["RULE_ARN"]?.StringValue,
  }));
}

const queue = "fulfilment-reserveStock";
const undelivered = "landfall-events-live-fulfilment-live_dead-letters";

describe("events between accounts on the local AWS", () => {
  test("one that is put on the central bus arrives in the queue of the account that subscribed, as the sender's", async () => {
    expect(await put("orders-live", "1")).toMatchObject({ FailedEntryCount: 0 });
    const [message, ...others] = await received("fulfilment-live", queue, 20);
    expect(others).toEqual([]);
    expect(message?.event).toMatchObject({
      account: idOf("orders-live"),
      source: "orders",
      detail: { metadata: { version: 1 }, data: { orderId: "1" } },
    });
  });

  test("an account puts neither another's events nor others of its own", async () => {
    const denied = { name: "AccessDeniedException" };
    await expect(put("fulfilment-live", "2")).rejects.toMatchObject(denied);
    await expect(put("orders-live", "2", "payments")).rejects.toMatchObject(denied);
    await expect(put("orders-live", "2", "orders", "OrderForgotten")).rejects.toMatchObject(denied);
  });

  test("the archive replays what went by", async () => {
    await new EventBridgeClient(settings("hub")).send(
      new StartReplayCommand({
        ReplayName: "again",
        EventSourceArn: `arn:aws:events:${region}:${idOf("hub")}:archive/landfall-live`,
        EventStartTime: new Date(Date.now() - 600_000),
        EventEndTime: new Date(),
        Destination: { Arn: centralBus() },
      }),
    );
    const replayed = await received("fulfilment-live", queue, 20);
    expect(replayed.map(({ event }) => [event.detail.data.orderId, event["replay-name"]])).toEqual([["1", "again"]]);
  });

  test("without the policy of the consumer's bus nothing arrives: it is in the dead-letter queue of the target, with the reason", async () => {
    const consumer = new EventBridgeClient(settings("fulfilment-live"));
    await consumer.send(new RemovePermissionCommand({ EventBusName: "fulfilment", RemoveAllPermissions: true }));
    await put("orders-live", "3");
    const dead = await received("hub", undelivered, 20);
    expect(dead).toMatchObject([{ error: "NO_PERMISSIONS", event: { detail: { data: { orderId: "3" } } } }]);
    expect(dead[0]?.rule).toContain("rule/landfall-live/fulfilment-live-orders-OrderPurchased-v1");
    expect(await received("fulfilment-live", queue)).toEqual([]);
  });

  test("without the policy of the central bus nobody puts anything", async () => {
    const center = new EventBridgeClient(settings("hub"));
    await center.send(new RemovePermissionCommand({ EventBusName: "landfall-live", RemoveAllPermissions: true }));
    await expect(put("orders-live", "4")).rejects.toMatchObject({ name: "AccessDeniedException" });
  });
});
