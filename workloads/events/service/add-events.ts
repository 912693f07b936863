import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { CloudwatchEventBusPolicy } from "@cdktf/provider-aws/lib/cloudwatch-event-bus-policy";
import type { TerraformStack } from "cdktf";
import { UserError } from "../../../declaration/user-error";
import { policyDocument } from "../../../stack/policy-document";
import { resource } from "../../../stack/resource";
import { arn, type Placement } from "../../microservice/placement";
import type { ServiceDefinition } from "../../service-definition";
import { eventsOf } from "../event-graph";
import { ownBusName } from "../names";
import { readCatalog } from "../schemas/catalog";
import { addSubscription } from "./add-subscription";

/**
 * What a service that subscribes to events needs in its own account: a bus, which only the central bus delivers to, and from there a queue for
 * each subscription. What it publishes its functions put on the central bus themselves (`publish-access.ts`).
 * @throws UserError when its account joins no event bus, or an event has no schema
 */
export function addEvents(
  stack: TerraformStack,
  definition: ServiceDefinition,
  placement: Placement,
  topicArn: string,
): void {
  if (definition.events === undefined) return;
  const { central } = placement;
  if (!central) {
    throw new UserError(
      `the service ${definition.name} has events, and its account joins no event bus`,
      "Declare one in landing-zone.yaml under events.buses, and name it in the account's file as service.eventBus.",
    );
  }
  const { service, subscribes } = eventsOf(definition, readCatalog());
  if (subscribes.size === 0) return;
  const name = ownBusName(service);
  const bus = resource(stack, CloudwatchEventBus, "events", { name });
  const sources = [...new Set([...subscribes.values()].flat().map(({ source }) => source))].sort();
  resource(stack, CloudwatchEventBusPolicy, "events", {
    eventBusName: bus.name,
    policy: policyDocument([
      {
        Sid: "CentralBusDelivers",
        Effect: "Allow",
        Principal: { AWS: `arn:${placement.partition}:iam::${central.accountId}:root` },
        Action: "events:PutEvents",
        Resource: arn(placement, "events", `event-bus/${name}`),
        Condition: { StringEquals: { "events:source": sources } },
      },
    ]),
  });
  const host = { service, placement, busName: bus.name, topicArn };
  for (const [subscription, events] of subscribes) addSubscription(stack, { ...host, subscription, events });
}
