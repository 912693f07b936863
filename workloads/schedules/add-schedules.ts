import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import { retryPolicy } from "../events/deliver-to-bus";
import { bounded } from "../events/names";
import { addQueue } from "../microservice/add-queue";
import { arn, type Placement } from "../microservice/placement";
import type { ServiceDefinition } from "../service-definition";

/**
 * For each consumer of a schedule a rule on the account's default bus and a queue that it fills. A rule and not a schedule of EventBridge Scheduler: that
 * would need a role that sends, and the right to pass it. A queue and not the function: what fails is tried again, parked and seen like any message.
 *
 * @returns consumer → its queue
 */
export function addSchedules(
  stack: TerraformStack,
  { name: service, consumers = {} }: ServiceDefinition,
  placement: Placement,
): ReadonlyMap<string, SqsQueue> {
  const queues = new Map<string, SqsQueue>();
  for (const [consumer, { from }] of Object.entries(consumers)) {
    if (from.kind !== "schedule") continue;
    const name = bounded(`${service}-${consumer}`);
    const rules = [arn(placement, "events", `rule/${name}`)];
    const { queue, deadLetters } = addQueue(stack, placement, service, consumer, {}, { rules });
    const rule = resource(stack, CloudwatchEventRule, consumer, {
      name,
      description: `When ${consumer} of ${service} is called`,
      scheduleExpression: from.name,
    });
    resource(stack, CloudwatchEventTarget, consumer, {
      rule: rule.name,
      targetId: "queue",
      arn: queue.arn,
      deadLetterConfig: { arn: deadLetters.arn },
      retryPolicy,
    });
    queues.set(consumer, queue);
  }
  return queues;
}
