import { CloudwatchEventArchive } from "@cdktf/provider-aws/lib/cloudwatch-event-archive";
import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { CloudwatchEventBusPolicy } from "@cdktf/provider-aws/lib/cloudwatch-event-bus-policy";
import type { TerraformStack } from "cdktf";
import { centralBusName } from "../../../declaration/names";
import { policyDocument } from "../../../stack/policy-document";
import { resource } from "../../../stack/resource";
import { addDelivery } from "./add-delivery";
import { type Center, centerArn } from "./center";
import type { Member } from "./members";
import { producersPut } from "./routes";

/** A bus with its policy, its archive, and what delivers to each member that subscribed to anything. */
export function addCentralBus(
  stack: TerraformStack,
  center: Center,
  bus: {
    readonly name: string;
    readonly archiveDays: number;
    readonly members: readonly Member[];
    readonly topicArn: string;
  },
): void {
  const name = centralBusName(bus.name);
  const central = resource(stack, CloudwatchEventBus, bus.name, {
    name,
    description: `Events between the accounts on ${bus.name}`,
  });
  const statements = producersPut(center, centerArn(center, "events", `event-bus/${name}`), bus.members);
  if (statements.length > 0) {
    resource(stack, CloudwatchEventBusPolicy, bus.name, {
      eventBusName: central.name,
      policy: policyDocument(statements),
    });
  }
  resource(stack, CloudwatchEventArchive, bus.name, {
    name,
    eventSourceArn: central.arn,
    retentionDays: bus.archiveDays,
    description: "To be replayed when a consumer lost events or comes anew",
  });
  for (const member of bus.members) {
    addDelivery(stack, center, { bus: bus.name, busName: central.name, member, topicArn: bus.topicArn });
  }
}
