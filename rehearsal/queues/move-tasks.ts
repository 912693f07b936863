import { randomUUID } from "node:crypto";
import { awsError } from "../gateway/aws-error";
import type { AwsCall, AwsResponse, CallHandler } from "../gateway/call";
import { jsonCall } from "../gateway/internal-call";

/** A task that moved messages, as ListMessageMoveTasks tells of it. It is over when the call that starts it answers. */
interface Task {
  readonly TaskHandle: string;
  readonly Status: "COMPLETED";
  readonly SourceArn: string;
  readonly DestinationArn?: string;
  readonly ApproximateNumberOfMessagesMoved: number;
  readonly StartedTimestamp: number;
}

interface Message {
  readonly Body: string;
  readonly ReceiptHandle: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly MessageAttributes?: Readonly<Record<string, object>>;
}

type Ask = <Output>(operation: string, input: object) => Promise<Output>;

/**
 * Moves messages out of dead-letter queues, which MiniStack 1.5.33 does not (SQS API Reference, "StartMessageMoveTask"): each goes to the queue it
 * came from, or to the one that is named. What did not come from another queue stays, and is refused.
 */
export function moveTasks(): CallHandler {
  const tasks = new Map<string, readonly Task[]>();
  return async (call, forward) => {
    if (call.service !== "sqs" || !/^(?:Start|List)MessageMoveTasks?$/.test(call.operation ?? "")) return undefined;
    const { SourceArn: source = "", DestinationArn: destination } = JSON.parse(call.body.toString()) as {
      SourceArn?: string;
      DestinationArn?: string;
    };
    const known = tasks.get(source) ?? [];
    if (call.operation === "ListMessageMoveTasks") return json({ Results: known.slice(0, 10) });
    const ask = asking(call, forward);
    const url = await urlOf(ask, source);
    if (url === undefined) return missing(source);
    const queueUrls = await sourcesOf(ask, source);
    if (queueUrls.length === 0) {
      return awsError("json", 400, "InvalidParameterValue", "Source queue must be configured as a Dead Letter Queue.");
    }
    const target = destination === undefined ? undefined : await urlOf(ask, destination);
    if (destination !== undefined && target === undefined) return missing(destination);
    const task: Task = {
      TaskHandle: Buffer.from(randomUUID()).toString("base64"),
      Status: "COMPLETED",
      SourceArn: source,
      ...(destination === undefined ? {} : { DestinationArn: destination }),
      ApproximateNumberOfMessagesMoved: await moveAll(ask, url, target, queueUrls),
      StartedTimestamp: Date.now(),
    };
    tasks.set(source, [task, ...known]);
    return json({ TaskHandle: task.TaskHandle });
  };
}

async function moveAll(ask: Ask, from: string, to: string | undefined, sources: readonly string[]): Promise<number> {
  for (let moved = 0; ;) {
    const { Messages: messages = [] } = await ask<{ Messages?: readonly Message[] }>("ReceiveMessage", {
      QueueUrl: from,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 30,
      MessageAttributeNames: ["All"],
      MessageSystemAttributeNames: ["All"],
    });
    if (messages.length === 0) return moved;
    for (const { Body, ReceiptHandle, Attributes = {}, MessageAttributes } of messages) {
      const origin = await urlOf(ask, Attributes["DeadLetterQueueSourceArn"] ?? "");
      const target = to ?? origin ?? (sources.length === 1 ? sources[0] : undefined);
      if (target === undefined) continue;
      await ask("SendMessage", {
        QueueUrl: target,
        MessageBody: Body,
        ...(MessageAttributes === undefined ? {} : { MessageAttributes }),
        ...(Attributes["MessageGroupId"] === undefined
          ? {}
          : { MessageGroupId: Attributes["MessageGroupId"], MessageDeduplicationId: randomUUID() }),
      });
      await ask("DeleteMessage", { QueueUrl: from, ReceiptHandle });
      moved++;
    }
  }
}

function asking(call: AwsCall, forward: (call: AwsCall) => Promise<AwsResponse>): Ask {
  return async <Output>(operation: string, input: object) => {
    const { account, region } = call;
    const headers = { "x-amz-target": `AmazonSQS.${operation}` };
    const asked = jsonCall({ service: "sqs", operation, protocol: "json", account, region, path: "/", headers }, input);
    const { body } = await forward(asked);
    return JSON.parse(body.toString() || "{}") as Output;
  };
}

/** Queues that have the dead-letter queue; MiniStack does not list them. */
async function sourcesOf(ask: Ask, deadLetters: string): Promise<readonly string[]> {
  const { QueueUrls: urls = [] } = await ask<{ QueueUrls?: readonly string[] }>("ListQueues", {});
  const found: string[] = [];
  for (const QueueUrl of urls) {
    const asked = { QueueUrl, AttributeNames: ["RedrivePolicy"] };
    const { Attributes } = await ask<{ Attributes?: { RedrivePolicy?: string } }>("GetQueueAttributes", asked);
    const { deadLetterTargetArn } = JSON.parse(Attributes?.RedrivePolicy ?? "{}") as { deadLetterTargetArn?: string };
    if (deadLetterTargetArn === deadLetters) found.push(QueueUrl);
  }
  return found;
}

async function urlOf(ask: Ask, arn: string): Promise<string | undefined> {
  const name = arn.split(":")[5];
  if (name === undefined) return undefined;
  return (await ask<{ QueueUrl?: string }>("GetQueueUrl", { QueueName: name })).QueueUrl;
}

function missing(arn: string): AwsResponse {
  return awsError(
    "json",
    400,
    "ResourceNotFoundException",
    `The resource that you specified for ${arn} doesn't exist.`,
  );
}

function json(output: object): AwsResponse {
  const body = Buffer.from(JSON.stringify(output));
  return { status: 200, headers: { "content-type": "application/x-amz-json-1.0" }, body };
}
