import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { TerraformStack } from "cdktf";
import { deadLettersOf } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { addDeadLetters, closed, type NamedQueue, type Senders } from "../dead-letters";
import type { QueueDefinition } from "../service-definition";
import { timeouts } from "../timeouts";
import { deadLetterQueueName, queueName } from "./names";
import { arn, type Placement } from "./placement";

export interface QueueWithDeadLetters {
  readonly queue: SqsQueue;
  readonly deadLetters: SqsQueue;
}

/**
 * A queue and its dead letter queue.
 *
 * @param senders what fills it, and puts into its dead letter queue what it could not
 */
export function addQueue(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  queue: string,
  { maxReceives = 5 }: QueueDefinition,
  senders: Senders = {},
): QueueWithDeadLetters {
  const deadLetters = addEdgesDeadLetters(stack, placement, service, queue, senders);
  const made = resource(stack, SqsQueue, queue, {
    ...closed(named(placement, queueName(service, queue), senders)),
    visibilityTimeoutSeconds: timeouts.visibilitySeconds,
    redrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: maxReceives }),
  });
  return { queue: made, deadLetters };
}

/**
 * `aws_sqs_queue.<edge>_dead-letters`
 *
 * @param edge the queue, or the consumer of a stream
 */
export function addEdgesDeadLetters(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  edge: string,
  senders: Senders = {},
): SqsQueue {
  return addDeadLetters(stack, deadLettersOf(edge), named(placement, deadLetterQueueName(service, edge), senders));
}

function named(placement: Placement, name: string, senders: Senders): NamedQueue {
  return { name, arn: arn(placement, "sqs", name), senders };
}
