import {
  GetQueueAttributesCommand,
  paginateListQueues,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { isDeadLetters } from "../../declaration/names";

/** A dead-letter queue of an account. */
export interface DeadLetters {
  readonly name: string;
  readonly arn: string;
  /** Messages that can be received now, roughly (SQS API Reference, "GetQueueAttributes"). */
  readonly messages: number;
  /** ARNs of the queues whose messages come here; none where only EventBridge or SNS sends here. */
  readonly sources: readonly string[];
}

/** Every dead-letter queue that a client's account has: what another queue names as such, or what is called `…_dead-letters`. In order of name. */
export async function deadLettersOf(client: SQSClient): Promise<readonly DeadLetters[]> {
  const queues: Queue[] = [];
  for await (const { QueueUrls: urls = [] } of paginateListQueues({ client, pageSize: 100 }, {})) {
    for (const QueueUrl of urls) queues.push(await queueAt(client, QueueUrl));
  }
  return queues
    .map(({ arn, messages }) => ({
      name: arn.split(":").at(-1) ?? "",
      arn,
      messages,
      sources: queues.filter(({ deadLetters }) => deadLetters === arn).map((source) => source.arn),
    }))
    .filter(({ name, sources }) => sources.length > 0 || isDeadLetters(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Queue {
  readonly arn: string;
  readonly messages: number;
  /** ARN of its dead-letter queue. */
  readonly deadLetters: string | undefined;
}

async function queueAt(client: SQSClient, QueueUrl: string): Promise<Queue> {
  const asked = new GetQueueAttributesCommand({
    QueueUrl,
    AttributeNames: ["QueueArn", "ApproximateNumberOfMessages", "RedrivePolicy"],
  });
  const { Attributes: attributes = {} } = await client.send(asked);
  const { deadLetterTargetArn } = JSON.parse(attributes["RedrivePolicy"] ?? "{}") as { deadLetterTargetArn?: string };
  return {
    arn: attributes["QueueArn"] ?? "",
    messages: Number(attributes["ApproximateNumberOfMessages"] ?? 0),
    deadLetters: deadLetterTargetArn,
  };
}

/**
 * Starts to move what is in a dead-letter queue to where it came from. To a single source it is named, for a message that a rule sent here
 * says no source itself.
 * @returns false for a queue that no other queue's messages come to: what EventBridge could not deliver is replayed from the archive
 */
export async function moveBack(client: SQSClient, { arn, sources }: DeadLetters): Promise<boolean> {
  if (sources.length === 0) return false;
  const [only] = sources;
  await client.send(
    new StartMessageMoveTaskCommand({ SourceArn: arn, ...(sources.length === 1 ? { DestinationArn: only } : {}) }),
  );
  return true;
}
