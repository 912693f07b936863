import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { TerraformStack } from "cdktf";
import { resource } from "../../../stack/resource";
import { addQueue } from "../../microservice/add-queue";
import { arn, type Placement } from "../../microservice/placement";
import { retryPolicy } from "../deliver-to-bus";
import { bounded, nameOfEvent, ownBusName } from "../names";
import { patternOf } from "../pattern";
import type { EventName } from "../schemas/event-name";

/** Queue of a subscription with its dead letter queue, as every queue of the service has one, and a rule for each of its events that fills it. */
export function addSubscription(
  stack: TerraformStack,
  wanted: {
    readonly service: string;
    readonly placement: Placement;
    readonly busName: string;
    readonly subscription: string;
    readonly events: readonly EventName[];
  },
): SqsQueue {
  const { service, placement, busName, subscription, events } = wanted;
  const rules = events.map((event) => ({
    event,
    address: `${subscription}-${nameOfEvent(event)}`,
    name: bounded(`${subscription}-${nameOfEvent(event)}`),
  }));
  const ruleArns = rules.map((rule) => arn(placement, "events", `rule/${ownBusName(service)}/${rule.name}`));
  const { queue, deadLetters } = addQueue(stack, placement, service, subscription, {}, { rules: ruleArns });
  for (const { event, address, name } of rules) {
    const rule = resource(stack, CloudwatchEventRule, address, {
      name,
      eventBusName: busName,
      description: `What ${subscription} of ${service} subscribes to`,
      eventPattern: JSON.stringify(patternOf(event)),
    });
    resource(stack, CloudwatchEventTarget, address, {
      rule: rule.name,
      eventBusName: busName,
      targetId: "queue",
      arn: queue.arn,
      deadLetterConfig: { arn: deadLetters.arn },
      retryPolicy,
    });
  }
  return queue;
}
