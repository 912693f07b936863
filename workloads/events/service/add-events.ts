import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { CloudwatchEventBusPolicy } from "@cdktf/provider-aws/lib/cloudwatch-event-bus-policy";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { TerraformStack } from "cdktf";
import { policyDocument } from "../../../stack/policy-document";
import { resource } from "../../../stack/resource";
import { arn, centralBusOf, type Placement } from "../../microservice/placement";
import type { ServiceDefinition } from "../../service-definition";
import { eventsOf } from "../event-graph";
import { ownBusName } from "../names";
import { readCatalog } from "../schemas/catalog";
import { addSubscription } from "./add-subscription";

/**
 * What a service that subscribes to events needs in its own account: a bus, which only the central bus delivers to, and from there a queue for
 * each subscription. What it publishes its functions put on the central bus themselves (`publish-access.ts`).
 *
 * @returns subscription → its queue
 * @throws UserError when its account joins no event bus, or an event has no schema
 */
export function addEvents(
  stack: TerraformStack,
  definition: ServiceDefinition,
  placement: Placement,
): ReadonlyMap<string, SqsQueue> {
  const { publishes = [], subscribes: wanted = {} } = definition.events ?? {};
  if (publishes.length === 0 && Object.keys(wanted).length === 0) return new Map();
  const central = centralBusOf(placement, definition.name);
  const { service, subscribes } = eventsOf(definition, readCatalog());
  if (subscribes.size === 0) return new Map();
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
  const host = { service, placement, busName: bus.name };
  return new Map(
    [...subscribes].map(([subscription, events]) => [
      subscription,
      addSubscription(stack, { ...host, subscription, events }),
    ]),
  );
}
