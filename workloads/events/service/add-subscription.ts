import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import type { TerraformStack } from "cdktf";
import { policyDocument } from "../../../stack/policy-document";
import { resource } from "../../../stack/resource";
import { arn, type Placement } from "../../microservice/placement";
import { timeouts } from "../../timeouts";
import { addDeadLetters, rulesSend } from "../add-dead-letters";
import { retryPolicy } from "../deliver-to-bus";
import { bounded, deadLetterQueueName, nameOfEvent, ownBusName, subscriptionQueueName } from "../names";
import { patternOf } from "../pattern";
import type { EventName } from "../schemas/event-name";

/** A message is given up after so many deliveries. */
const deliveries = 5;

/** Queue of a subscription with its dead-letter queue, and a rule for each of its events that fills it. */
export function addSubscription(
  stack: TerraformStack,
  wanted: {
    readonly service: string;
    readonly placement: Placement;
    readonly busName: string;
    readonly subscription: string;
    readonly events: readonly EventName[];
    readonly topicArn: string;
  },
): void {
  const { service, placement, busName, subscription, events } = wanted;
  const name = subscriptionQueueName(service, subscription);
  const rules = events.map((event) => ({
    event,
    address: `${subscription}-${nameOfEvent(event)}`,
    name: bounded(`${subscription}-${nameOfEvent(event)}`),
  }));
  const ruleArns = rules.map((rule) => arn(placement, "events", `rule/${ownBusName(service)}/${rule.name}`));
  const deadLetters = deadLetterQueueName(name);
  const dead = addDeadLetters(stack, {
    address: `${subscription}-dlq`,
    name: deadLetters,
    arn: arn(placement, "sqs", deadLetters),
    holds: `Events that ${subscription} of ${service} could not work off`,
    rules: ruleArns,
    topicArn: wanted.topicArn,
  });
  const queue = resource(stack, SqsQueue, subscription, {
    name,
    sqsManagedSseEnabled: true,
    // Lambda guide, "Using Lambda with Amazon SQS": six times the function's timeout.
    visibilityTimeoutSeconds: 6 * timeouts.functionSeconds,
    redrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: deliveries }),
  });
  const policy = resource(stack, SqsQueuePolicy, subscription, {
    queueUrl: queue.url,
    policy: policyDocument([rulesSend(arn(placement, "sqs", name), ruleArns)]),
  });
  for (const { event, address, name: ruleName } of rules) {
    const rule = resource(stack, CloudwatchEventRule, address, {
      name: ruleName,
      eventBusName: busName,
      description: `What ${subscription} of ${service} subscribes to`,
      eventPattern: JSON.stringify(patternOf(event)),
    });
    resource(stack, CloudwatchEventTarget, address, {
      rule: rule.name,
      eventBusName: busName,
      targetId: "queue",
      arn: queue.arn,
      deadLetterConfig: { arn: dead.arn },
      retryPolicy,
      dependsOn: [policy],
    });
  }
}
