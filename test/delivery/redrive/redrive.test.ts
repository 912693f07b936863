import { SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, describe, expect, test } from "@jest/globals";
import { redriveLines } from "../../../cli/redrive";
import { redrive } from "../../../delivery/redrive/redrive-account";
import { clientSettings } from "../../../live/aws-client";
import { type FakeAws, fakeAws } from "../fake-aws";

const arn = (name: string): string => `arn:aws:sqs:eu-west-1:111111111111:${name}`;

/** Queue → what its attributes say. */
const queues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  work: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn("parked"), maxReceiveCount: 5 }) },
  other: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn("empty_dead-letters"), maxReceiveCount: 5 }) },
  parked: { ApproximateNumberOfMessages: "3" },
  "empty_dead-letters": { ApproximateNumberOfMessages: "0" },
  "events_dead-letters": { ApproximateNumberOfMessages: "1" },
  plain: { ApproximateNumberOfMessages: "9" },
};

let aws: FakeAws;
const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

async function client(): Promise<SQSClient> {
  aws = await fakeAws(({ target, body }) => {
    const input = JSON.parse(body) as { QueueUrl?: string };
    if (target === "AmazonSQS.ListQueues") {
      return { body: JSON.stringify({ QueueUrls: Object.keys(queues).map((name) => `http://queue/${name}`) }) };
    }
    if (target === "AmazonSQS.GetQueueAttributes") {
      const name = input.QueueUrl?.split("/").at(-1) ?? "";
      return { body: JSON.stringify({ Attributes: { QueueArn: arn(name), ...queues[name] } }) };
    }
    return { body: JSON.stringify({ TaskHandle: "handle" }) };
  });
  const made = new SQSClient(clientSettings("eu-west-1", { ...aws.environment }));
  open.push(() => made.destroy(), aws.close);
  return made;
}

const moves = (): readonly unknown[] =>
  aws.requests
    .filter(({ target }) => target === "AmazonSQS.StartMessageMoveTask")
    .map(({ body }): unknown => JSON.parse(body));

describe("redrive", () => {
  test("shows what is in an account's dead-letter queues, and moves nothing", async () => {
    const found = await redrive(await client(), [], false);
    expect(redriveLines("orders-dev", found, false)).toEqual([
      "empty_dead-letters: 0 messages, from other",
      "events_dead-letters: 1 message, events that were not delivered",
      "parked: 3 messages, from work",
      "Nothing was moved; --move does.",
    ]);
    expect(moves()).toEqual([]);
  });

  test("moves back what came from a queue; what EventBridge did not deliver stays, and is replayed", async () => {
    const found = await redrive(await client(), [], true);
    expect(redriveLines("orders-dev", found, true)).toEqual([
      "empty_dead-letters: 0 messages, from other",
      "events_dead-letters: 1 message, events that were not delivered: replay them from the archive of the bus (docs/events.md)",
      "parked: 3 messages, from work: moving back",
    ]);
    expect(moves()).toEqual([{ SourceArn: arn("parked"), DestinationArn: arn("work") }]);
  });

  test("touches the queues that are named, and refuses one that is not there with the nearest that is", async () => {
    await redrive(await client(), ["empty_dead-letters"], true);
    expect(moves()).toEqual([]);
    await expect(redrive(await client(), ["parkd"], true)).rejects.toThrow(
      "the account has no dead-letter queue parkd; did you mean parked?",
    );
  });
});
