import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { TerraformStack } from "cdktf";
import { policyDocument } from "../../stack/policy-document";
import { resource } from "../../stack/resource";
import type { QueueDefinition } from "../service-definition";
import { timeouts } from "../timeouts";
import { deadLetterQueueName, queueName } from "./names";
import { arn, type Placement } from "./placement";

/** The most SQS keeps a message (Amazon SQS quotas, "Message retention"). */
const longestSeconds = 14 * 24 * 3600;

/** A queue and its dead letter queue. */
export function addQueue(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  queue: string,
  { maxReceives = 5 }: QueueDefinition,
): SqsQueue {
  const deadLetters = addDeadLetters(stack, placement, service, queue);
  return resource(stack, SqsQueue, queue, {
    ...closed(placement, queueName(service, queue)),
    visibilityTimeoutSeconds: timeouts.visibilitySeconds,
    redrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: maxReceives }),
  });
}

/**
 * `aws_sqs_queue.<edge>_dead-letters`: what could not be handled, kept as long as SQS can. Terraform creates it before what
 * sends to it, because SQS refuses a redrive policy to a queue that is not there.
 *
 * @param edge the queue, or the consumer of a stream
 */
export function addDeadLetters(stack: TerraformStack, placement: Placement, service: string, edge: string): SqsQueue {
  return resource(stack, SqsQueue, `${edge}_dead-letters`, {
    ...closed(placement, deadLetterQueueName(service, edge)),
    messageRetentionSeconds: longestSeconds,
  });
}

/** Encrypted with SQS's own keys, over TLS only. Who may use it is up to the roles of its own account. */
function closed(placement: Placement, name: string) {
  return {
    name,
    sqsManagedSseEnabled: true,
    policy: policyDocument([
      {
        Sid: "EncryptedTransportOnly",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "sqs:*",
        Resource: arn(placement, "sqs", name),
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]),
  };
}
