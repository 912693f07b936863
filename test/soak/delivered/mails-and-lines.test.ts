import { request } from "node:http";
import { AthenaClient, GetQueryResultsCommand, StartQueryExecutionCommand } from "@aws-sdk/client-athena";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { LambdaClient, UpdateFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import { CreateOrganizationCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Testing, TerraformStack } from "cdktf";
import { bundleConsumer } from "../../../workloads/bundle/bundle-function";
import { addDeliveryStreams } from "../../../workloads/delivery-streams/add-delivery-streams";
import { addEmail } from "../../../workloads/email/add-email";
import { emailVariables } from "../../../workloads/email/variables";
import { addEvents } from "../../../workloads/events/service/add-events";
import { addAlarmTopic } from "../../../workloads/microservice/add-alarm-topic";
import { addConsumer } from "../../../workloads/microservice/add-consumer";
import { addIdempotencyTable, addTable } from "../../../workloads/microservice/add-table";
import type { Placement } from "../../../workloads/microservice/placement";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import { notifications } from "../../../workloads/services/notifications/service";
import { reports } from "../../../workloads/services/reports/service";
import { event } from "../../../workloads/testing";
import { usesOf } from "../../../workloads/uses/uses-of";
import { createAccount } from "../../rehearsal/gateway/create-account";
import { clientOptions, type StartedAws, startForTest } from "../../rehearsal/gateway/start";
import { type JsonResources, terraformRoot, type TerraformRoot } from "../../rehearsal/terraform";
import { placementOf } from "../../workloads/built-service";

let aws: StartedAws;
let account: string;
const roots: TerraformRoot[] = [];
const settings = () => ({ ...clientOptions(aws, account), region: "eu-west-1" });

beforeAll(async () => {
  aws = await startForTest();
  const organizations = new OrganizationsClient(clientOptions(aws));
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
  account = await createAccount(organizations, "shop");
  await Promise.all([apply(notifications), apply(reports)]);
}, 1_200_000);
afterAll(async () => {
  for (const root of roots) root.remove();
  await aws?.close();
});

/** All of a service that an event passes, and nothing of its API. Applied, it has nothing left to change. */
async function apply(service: ServiceDefinition): Promise<void> {
  const { name } = service;
  const placement: Placement = {
    ...placementOf(account),
    domainName: `${name}.example`,
    hostedZoneId: "${aws_route53_zone.service.zone_id}",
    boundaryArn: "${aws_iam_policy.boundary.arn}",
  };
  const stack = new TerraformStack(Testing.app(), name);
  const tables = new Map(Object.entries(service.tables).map(([id, table]) => [id, addTable(stack, name, id, table)]));
  addIdempotencyTable(stack, name);
  addDeliveryStreams(stack, service, placement);
  const topic = addAlarmTopic(stack, placement, service);
  if (service.email) addEmail(stack, placement, name, topic);
  const none = { queues: new Map(), ownQueues: new Map(), dataStreams: new Map() };
  const sources = { ...none, tables, subscriptions: addEvents(stack, service, placement) };
  const files = new Map<string, string>();
  for (const [id, consumer] of Object.entries(service.consumers ?? {})) {
    const bundle = bundleConsumer(service, id, consumer);
    files.set(id, bundle.file);
    addConsumer(stack, placement, name, id, consumer, usesOf(service, id), sources, bundle);
  }
  const { resource } = JSON.parse(Testing.synth(stack)) as { resource: Record<string, Record<string, object>> };
  for (const [id, file] of files) Object.assign(resource["aws_lambda_function"]?.[id] ?? {}, { filename: file });
  const everything = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  const root = await terraformRoot(
    {
      ...resource,
      aws_iam_policy: { boundary: { name: `boundary-${name}`, policy: JSON.stringify(everything) } },
      aws_route53_zone: { service: { name: placement.domainName } },
    } as JsonResources,
    aws.proxyUrl,
    account,
  );
  roots.push(root);
  const applied = await root.run("apply", "-auto-approve");
  if (applied.exitCode !== 0) throw new Error(applied.output);
  const again = await root.run("plan", "-detailed-exitcode");
  if (again.exitCode !== 0) throw new Error(again.output);
}

async function deliver(QueueName: string, ...envelopes: readonly object[]): Promise<void> {
  const client = new SQSClient(settings());
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
  for (const envelope of envelopes)
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(envelope) }));
}

async function eventually<Found>(look: () => Promise<Found>, isIt: (found: Found) => boolean): Promise<Found> {
  let found = await look();
  for (const end = Date.now() + 60_000; Date.now() < end && !isIt(found);) {
    await new Promise((resume) => setTimeout(resume, 500));
    found = await look();
  }
  return found;
}

interface SentMail {
  readonly Source: string;
  readonly To: readonly string[];
  readonly Subject: string;
  readonly BodyText: string;
  readonly BodyHtml: string;
}

/** What MiniStack took for sent. */
function mailsSent(): Promise<readonly SentMail[]> {
  const path = `/_ministack/ses/messages?account=${account}`;
  return new Promise((done, fail) => {
    request({ socketPath: aws.socketPaths[1], path, headers: { host: "localhost" } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const { messages } = JSON.parse(Buffer.concat(chunks).toString()) as {
          messages: Readonly<Record<string, readonly SentMail[]>>;
        };
        done(messages[account] ?? []);
      });
    })
      .on("error", fail)
      .end();
  });
}

const receipt = async (orderId: string) =>
  (
    await DynamoDBDocumentClient.from(new DynamoDBClient(settings())).send(
      new GetCommand({ TableName: "notifications-receipts", Key: { orderId } }),
    )
  ).Item;

const purchased = (orderId: string, id = orderId) =>
  event(
    "orders/OrderPurchased.v1",
    {
      orderId,
      customerId: "ada",
      email: "ada@customers.example",
      currency: "EUR",
      items: [{ sku: "<tea>", quantity: 2, unitPrice: 450 }],
      total: 900,
      purchasedAt: "2026-11-30T12:00:00Z",
    },
    { id },
  );

describe("mails on the local AWS", () => {
  test("a purchase is answered with one mail from the service's address, however often it is told", async () => {
    await deliver("notifications-purchases", purchased("order-1"), purchased("order-1"), purchased("order-1", "again"));
    await eventually(
      () => receipt("order-1"),
      (item) => item?.["status"] === "sent",
    );
    await new Promise((resume) => setTimeout(resume, 3000));
    const mails = await mailsSent();
    expect(mails).toMatchObject([
      {
        Source: "receipts@notifications.example",
        To: ["ada@customers.example"],
        Subject: "Your receipt for order order-1",
        BodyText: expect.stringContaining("2 × <tea> at EUR 4.50: EUR 9.00"),
        BodyHtml: expect.stringContaining("2 × &lt;tea&gt;"),
      },
    ]);
  }, 120_000);

  test.each([
    ["another address of the domain", { [emailVariables.from]: "president@notifications.example" }],
    ["another configuration set", { [emailVariables.configurationSet]: "other" }],
  ])(
    "the function's role refuses %s",
    async (_what, changed) => {
      const client = new LambdaClient(settings());
      const told = {
        [emailVariables.from]: "receipts@notifications.example",
        [emailVariables.configurationSet]: "notifications",
        RECEIPTS_TABLE: "notifications-receipts",
        IDEMPOTENCY_TABLE: "notifications.idempotency",
      };
      await client.send(
        new UpdateFunctionConfigurationCommand({
          FunctionName: "notifications-sendReceipt",
          Environment: { Variables: { ...told, ...changed } },
        }),
      );
      const orderId = Object.keys(changed).join();
      await deliver("notifications-purchases", purchased(orderId));
      const item = await eventually(
        () => receipt(orderId),
        (found) => found?.["status"] === "refused",
      );
      expect(item).toMatchObject({ status: "refused" });
      expect(await mailsSent()).toHaveLength(1);
    },
    120_000,
  );
});

describe("lines on the local AWS", () => {
  const s3 = () => new S3Client({ ...settings(), forcePathStyle: true });
  const Bucket = () => `reports-delivered-${account}`;
  const keys = async () => {
    const { Contents = [] } = await s3().send(new ListObjectsV2Command({ Bucket: Bucket(), Prefix: "lines/" }));
    return Contents.flatMap(({ Key }) => Key ?? []);
  };

  test("each event is a line in the day's part of the bucket", async () => {
    await deliver(
      "reports-happenings",
      purchased("order-1", "e1"),
      purchased("order-2", "e2"),
      purchased("order-1", "e1"),
    );
    const found = await eventually(keys, (all) => all.length >= 2);
    expect(found).toHaveLength(2);
    const lines = [];
    for (const Key of found) {
      expect(Key).toMatch(/^lines\/year=\d{4}\/month=\d\d\/day=\d\d\/reports-lines-/);
      const { Body } = await s3().send(new GetObjectCommand({ Bucket: Bucket(), Key }));
      lines.push(JSON.parse((await Body?.transformToString()) ?? "") as { event_id: string; total: number });
    }
    expect(lines.map(({ event_id, total }) => [event_id, total]).sort()).toEqual([
      ["e1", 900],
      ["e2", 900],
    ]);
  }, 120_000);

  test("MiniStack's Athena has no engine without DuckDB: it answers a query over them, but not from them", async () => {
    const athena = new AthenaClient(settings());
    const { QueryExecutionId } = await athena.send(
      new StartQueryExecutionCommand({
        QueryString: "SELECT count(DISTINCT event_id) FROM reports.lines",
        WorkGroup: "reports",
      }),
    );
    const rows = await eventually(
      async () => {
        try {
          return (await athena.send(new GetQueryResultsCommand({ QueryExecutionId }))).ResultSet?.Rows ?? [];
        } catch {
          return [];
        }
      },
      (found) => found.length > 0,
    );
    expect(rows.at(-1)?.Data?.[0]?.VarCharValue).toBe("mock_value");
  }, 120_000);
});
