import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { TerraformStack } from "cdktf";
import { centralBusName, deadLettersOf } from "../../../declaration/names";
import { resource } from "../../../stack/resource";
import { addDeadLetters } from "../../dead-letters";
import { deliveryPolicy, deliveryTrust, retryPolicy } from "../deliver-to-bus";
import { bounded } from "../names";
import { addUndeliveredAlarm } from "./add-undelivered-alarm";
import { type Center, centerArn } from "./center";
import type { Member } from "./members";
import { memberBusArn, routesTo } from "./routes";

/** The rules that take a member's events to its own bus, a role that can do nothing else, and a queue for what did not arrive. */
export function addDelivery(
  stack: TerraformStack,
  center: Center,
  delivery: { readonly bus: string; readonly busName: string; readonly member: Member; readonly topicArn: string },
): void {
  const { bus, busName, member } = delivery;
  const routes = routesTo(member);
  if (routes.length === 0) return;
  const target = memberBusArn(center, member);
  const address = `${bus}-${member.account}`;
  const rules = routes.map(({ name }) => centerArn(center, "events", `rule/${centralBusName(bus)}/${name}`));
  const roleName = bounded(`landfall-events-${address}`);
  const role = resource(stack, IamRole, address, {
    name: roleName,
    description: `Delivers events of the bus ${bus} to ${member.account}`,
    assumeRolePolicy: deliveryTrust(center.accountId, rules),
  });
  const policy = resource(stack, IamRolePolicy, address, {
    name: "deliver",
    role: role.name,
    policy: deliveryPolicy(target),
  });
  // A queue's name has 80 characters at most (Amazon SQS quotas).
  const queueName = deadLettersOf(bounded(`landfall-events-${address}`, 80 - deadLettersOf("").length));
  const queue = { name: queueName, arn: centerArn(center, "sqs", queueName), rules };
  const undelivered = addDeadLetters(stack, deadLettersOf(address), queue);
  addUndeliveredAlarm(stack, address, {
    queueName,
    holds: `Events of the bus ${bus} that ${member.account} did not take`,
    topicArn: delivery.topicArn,
  });
  for (const { name, pattern } of routes) {
    const rule = resource(stack, CloudwatchEventRule, `${bus}-${name}`, {
      name,
      eventBusName: busName,
      description: `What ${member.account} subscribes to`,
      eventPattern: JSON.stringify(pattern),
    });
    resource(stack, CloudwatchEventTarget, `${bus}-${name}`, {
      rule: rule.name,
      eventBusName: busName,
      targetId: "consumer",
      arn: target,
      roleArn: role.arn,
      deadLetterConfig: { arn: undelivered.arn },
      retryPolicy,
      dependsOn: [policy],
    });
  }
}
