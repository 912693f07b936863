import type { PolicyStatement } from "../../stack/policy-document";
import type { CentralBus } from "../microservice/placement";
import { eventBusVariable } from "./runtime/event-bus-variable";
import type { ServiceEvents } from "./event-graph";

/**
 * What the role of a function that publishes may do: put events of its own service, those it publishes, on the central bus. The event has to be
 * put there and not on a bus of the service's own: EventBridge does not route what a bus got from another bus to a third one (EventBridge User
 * Guide, "Sending and receiving events between AWS accounts").
 */
export function publishStatement(central: CentralBus, { service, publishes }: ServiceEvents): PolicyStatement {
  return {
    Sid: "PublishEvents",
    Effect: "Allow",
    Action: "events:PutEvents",
    Resource: central.arn,
    Condition: {
      StringEquals: {
        "events:source": service,
        "events:detail-type": [...new Set(publishes.map(({ detailType }) => detailType))].sort(),
      },
    },
  };
}

/** What its environment says. */
export function publishEnvironment(central: CentralBus): Readonly<Record<string, string>> {
  return { [eventBusVariable]: central.arn };
}
