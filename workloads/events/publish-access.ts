import type { CentralBus } from "../microservice/placement";
import type { Statement } from "../microservice/statement";
import { eventBusVariable } from "./runtime/event-bus-variable";
import { parseEventName } from "./schemas/event-name";

/**
 * What the role of a function that publishes may do: put events of its own service, those it declares, on the central bus. The event has to be
 * put there and not on a bus of the service's own: EventBridge does not route what a bus got from another bus to a third one (EventBridge User
 * Guide, "Sending and receiving events between AWS accounts").
 *
 * @param events as its service names them: `OrderPurchased.v1`
 */
export function publishStatement(central: CentralBus, service: string, events: readonly string[]): Statement {
  const types = events.flatMap((event) => parseEventName(`${service}/${event}`)?.detailType ?? []);
  return {
    Sid: "PublishEvents",
    Effect: "Allow",
    Action: ["events:PutEvents"],
    Resource: central.arn,
    Condition: {
      StringEquals: { "events:source": service, "events:detail-type": [...new Set(types)].sort() },
    },
  };
}

/** What its environment says. */
export function publishEnvironment(central: CentralBus): Readonly<Record<string, string>> {
  return { [eventBusVariable]: central.arn };
}
