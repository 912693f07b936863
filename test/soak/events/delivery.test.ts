import {
  EventBridgeClient,
  PutEventsCommand,
  RemovePermissionCommand,
  StartReplayCommand,
} from "@aws-sdk/client-eventbridge";
import { CreateOrganizationCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import { GetQueueUrlCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { idsFrom } from "../../../declaration/ids";
import type { LandingZone } from "../../../declaration/model";
import { buildEvents } from "../../../workloads/events/events-stack";
import { addEvents } from "../../../workloads/events/service/add-events";
import { serviceNamed } from "../../../workloads/services";
import { createAccount } from "../../rehearsal/gateway/create-account";
import { clientOptions, type StartedAws, startForTest } from "../../rehearsal/gateway/start";
import { type JsonResources, terraformRoot, type TerraformRoot } from "../../rehearsal/terraform";
import { placementIn } from "../../workloads/events/placement-in";
import { shopZone, stackText } from "../../workloads/events/shop";

const region = "eu-west-1";
const roots: TerraformRoot[] = [];
const accounts = ["hub", "orders-live", "fulfilment-live"] as const;
type Name = (typeof accounts)[number];

let aws: StartedAws;
let zone: LandingZone;
const idOf = (account: Name): string => zone.ids.get(`account/${account}`);
const settings = (account: Name) => ({ ...clientOptions(aws, idOf(account)), region });
const centralBus = (): string => `arn:aws:events:${region}:${idOf("hub")}:event-bus/landfall-live`;

beforeAll(async () => {
  aws = await startForTest();
  const organizations = new OrganizationsClient(clientOptions(aws));
  const { Organization } = await organizations.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
  const made: [string, string][] = [];
  for (const name of accounts) made.push([`account/${name}`, await createAccount(organizations, name)]);
  const declared = shopZone();
  const ids = {
    ...Object.fromEntries(declared.ids.entries()),
    ...Object.fromEntries(made),
    organization: Organization?.Id ?? "",
  };
  zone = { ...declared, ids: idsFrom(ids) };
  await apply("hub", stackText(zone, "events", buildEvents));
  const central = { arn: centralBus(), accountId: idOf("hub") };
  await apply(
    "fulfilment-live",
    stackText(zone, "fulfilment-live", (stack: TerraformStack) =>
      addEvents(
        stack,
        serviceNamed("fulfilment"),
        placementIn(zone, "fulfilment-live", central),
        "arn:aws:sns:eu-west-1:111111111111:alarms",
      ),
    ),
  );
}, 600_000);
afterAll(async () => {
  for (const root of roots) root.remove();
  await aws?.close();
});

/** Applies a stack's resources in an account, and then has nothing to change. */
async function apply(account: Name, text: string): Promise<void> {
  const { resource } = JSON.parse(text) as { resource: JsonResources };
  const root = await terraformRoot(resource, aws.proxyUrl, idOf(account));
  roots.push(root);
  const applied = await root.run("apply", "-auto-approve");
  if (applied.exitCode !== 0) throw new Error(applied.output);
  expect(await root.run("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });
}

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
const undelivered = "landfall-events-live-fulfilment-live-dlq";

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
