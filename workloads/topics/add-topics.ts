import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { TerraformStack } from "cdktf";
import { policyDocument } from "../../stack/policy-document";
import { resource } from "../../stack/resource";
import { addQueue } from "../microservice/add-queue";
import type { Placement } from "../microservice/placement";
import type { ServiceDefinition } from "../service-definition";
import { topicArn, topicName } from "./names";

/** The account's AWS managed key: every principal of the account may use it through SNS, and nobody else (SNS Developer Guide, "Key management"). */
const key = "alias/aws/sns";

/**
 * The topics of a service, and for each consumer of one a queue that its share of the messages goes to.
 *
 * @returns consumer → its queue
 */
export function addTopics(
  stack: TerraformStack,
  { name: service, topics = {}, consumers = {} }: ServiceDefinition,
  placement: Placement,
): ReadonlyMap<string, SqsQueue> {
  const made = new Map(Object.keys(topics).map((topic) => [topic, addTopic(stack, placement, service, topic)]));
  const queues = new Map<string, SqsQueue>();
  for (const [consumer, { from }] of Object.entries(consumers)) {
    const topic = from.kind === "topic" ? made.get(from.name) : undefined;
    if (from.kind !== "topic" || topic === undefined) continue;
    const senders = { topics: [topicArn(placement, service, from.name)] };
    const { queue, deadLetters } = addQueue(stack, placement, service, consumer, {}, senders);
    resource(stack, SnsTopicSubscription, consumer, {
      topicArn: topic.arn,
      protocol: "sqs",
      endpoint: queue.arn,
      // What was published is the body, and its attributes are the message's.
      rawMessageDelivery: true,
      ...(from.filter === undefined
        ? {}
        : { filterPolicy: JSON.stringify(from.filter), filterPolicyScope: "MessageAttributes" }),
      // Of what SNS itself could not deliver (SNS Developer Guide, "Amazon SNS dead-letter queues").
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn }),
    });
    queues.set(consumer, queue);
  }
  return queues;
}

/** Roles of the account publish by their own policies; the topic's own lets nobody in, and nothing that is not encrypted. */
function addTopic(stack: TerraformStack, placement: Placement, service: string, topic: string): SnsTopic {
  const made = resource(stack, SnsTopic, topic, { name: topicName(service, topic), kmsMasterKeyId: key });
  resource(stack, SnsTopicPolicy, topic, {
    arn: made.arn,
    policy: policyDocument([
      {
        Sid: "EncryptedTransportOnly",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "sns:Publish",
        Resource: topicArn(placement, service, topic),
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]),
  });
  return made;
}
