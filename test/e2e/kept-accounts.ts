import { DynamoDBClient, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { GetObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  SendMessageBatchCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { DeclarationError, readZoneFrom } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import { deployRoles, roleArn } from "../../declaration/names";
import { readDirectory } from "../../declaration/source/read-directory";
import { clientSettings, type ClientSettings } from "../../live/aws-client";
import { type ServiceCall, signedText } from "../../live/signed-call";
import { assumeRole } from "../../live/sts";
import { type HttpResponse, proxiedRequest } from "../../rehearsal/proxied-request";
import type { Send } from "../../workloads/contract/run-probes";
import type { KeptRehearsal } from "./kept-rehearsal";

type Item = Readonly<Record<string, unknown>>;

/** Clients of one account, in the platform's role there. */
export interface KeptAccount {
  readonly id: string;
  readonly lambda: LambdaClient;
  readonly events: EventBridgeClient;
  /** Of any other client. */
  readonly settings: ClientSettings;
  items(table: string): Promise<readonly Item[]>;
  /** Writes an item past the service. */
  put(table: string, item: Item): Promise<void>;
  /** Messages that wait in a queue. */
  waiting(queue: string): Promise<number>;
  /** How long a message stays hidden after it was handed out. */
  hideFor(queue: string, seconds: number): Promise<void>;
  /** Puts messages into a queue, past its API. */
  sendAll(queue: string, bodies: readonly unknown[]): Promise<void>;
  /** Takes every message out of a queue. */
  purge(queue: string): Promise<void>;
  objects(bucket: string): Promise<number>;
  /** What is in the objects of a bucket. */
  contents(bucket: string): Promise<readonly Uint8Array[]>;
  /** Calls a service for which no client is installed. @returns the body of the answer */
  ask(call: Pick<ServiceCall, "service" | "headers" | "body">): Promise<string>;
  /** The same of a service of JSON 1.1. @param target its operation, as in `Logs_20140328.FilterLogEvents` */
  askJson(service: string, target: string, input: object): Promise<unknown>;
}

/** A kept rehearsal: its services' APIs as everybody sees them, its accounts as the platform does. */
export interface KeptAccounts {
  readonly zone: LandingZone;
  send(account: string, request: Parameters<Send>[0]): Promise<HttpResponse>;
  account(name: string): Promise<KeptAccount>;
}

/** @returns accounts that are entered when they are asked for first */
export function accountsOf({ environment, zone: directory }: KeptRehearsal): KeptAccounts {
  const zone = zoneIn(directory);
  const proxy = environment["HTTP_PROXY"] ?? "";
  const entered = new Map<string, Promise<KeptAccount>>();
  return {
    zone,
    send: (account, { path, body, ...request }) => {
      const domain = zone.accounts.find(({ name }) => name === account)?.service?.domainName ?? "";
      return proxiedRequest(proxy, `http://${domain}${path}`, { ...request, ...(body === undefined ? {} : { body }) });
    },
    account: (name) => {
      const known = entered.get(name) ?? enter(zone, environment, name);
      entered.set(name, known);
      return known;
    },
  };
}

/** Its services may be another project's than the one at the working directory. */
function zoneIn(directory: string): LandingZone {
  const result = readZoneFrom(readDirectory(directory), directory);
  if ("zone" in result) return result.zone;
  throw new DeclarationError(result.problems);
}

async function enter(zone: LandingZone, environment: KeptRehearsal["environment"], name: string): Promise<KeptAccount> {
  const region = zone.regions.home;
  const management = roleArn(zone, zone.foundation.management.name, deployRoles.platform);
  const platform = { ...environment, ...(await assumeRole({ region, environment }, management, "kept")) };
  const role = roleArn(zone, name, deployRoles.platform);
  const settings = clientSettings(region, {
    ...environment,
    ...(await assumeRole({ region, environment: platform }, role, "kept")),
  });
  const dynamodb = new DynamoDBClient(settings);
  const sqs = new SQSClient({ ...settings, useQueueUrlAsEndpoint: false });
  const s3 = new S3Client(settings);
  const ask: KeptAccount["ask"] = (call) => signedText(settings, { ...call, method: "POST", path: "/" });
  const urlOf = async (QueueName: string) => (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl;
  return {
    id: zone.ids.get(`account/${name}`),
    lambda: new LambdaClient(settings),
    events: new EventBridgeClient(settings),
    settings,
    items: async (TableName) => {
      const found: Item[] = [];
      let from: { ExclusiveStartKey?: Record<string, never> } = {};
      do {
        const { Items = [], LastEvaluatedKey } = await dynamodb.send(new ScanCommand({ TableName, ...from }));
        found.push(...Items.map((item) => unmarshall(item)));
        from = LastEvaluatedKey === undefined ? {} : { ExclusiveStartKey: LastEvaluatedKey as Record<string, never> };
      } while ("ExclusiveStartKey" in from);
      return found;
    },
    put: async (TableName, item) => void (await dynamodb.send(new PutItemCommand({ TableName, Item: marshall(item) }))),
    waiting: async (queue) => {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: await urlOf(queue),
          AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
        }),
      );
      return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
    },
    hideFor: async (queue, seconds) => {
      const Attributes = { VisibilityTimeout: String(seconds) };
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl: await urlOf(queue), Attributes }));
    },
    sendAll: async (queue, bodies) => {
      const QueueUrl = await urlOf(queue);
      for (let from = 0; from < bodies.length; from += 10) {
        const Entries = bodies
          .slice(from, from + 10)
          .map((body, index) => ({ Id: String(index), MessageBody: JSON.stringify(body) }));
        const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
        if (Failed.length > 0) throw new Error(`${queue} did not take ${Failed.length} messages`);
      }
    },
    purge: async (queue) => void (await sqs.send(new PurgeQueueCommand({ QueueUrl: await urlOf(queue) }))),
    objects: async (Bucket) => {
      let count = 0;
      for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket }))
        count += Contents.filter(({ Key = "" }) => !Key.startsWith("_")).length;
      return count;
    },
    contents: async (Bucket) => {
      const found: Uint8Array[] = [];
      for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket }))
        for (const { Key = "" } of Contents.filter((object) => object.Key?.startsWith("_") === false)) {
          const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
          if (Body) found.push(await Body.transformToByteArray());
        }
      return found;
    },
    ask,
    askJson: async (service, target, input) => {
      const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target };
      const body = await ask({ service, headers, body: JSON.stringify(input) });
      return body === "" ? {} : JSON.parse(body);
    },
  };
}
