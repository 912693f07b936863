import { createHash } from "node:crypto";
import { arn, type Placement } from "../microservice/placement";
import { type EventName, eventName } from "./schemas/event-name";

/** The bus of a service in its own account. */
export function ownBusName(service: string): string {
  return service;
}

export function subscriptionQueueName(service: string, subscription: string): string {
  return `${service}-${subscription}`;
}

/** Queue of what a subscription's consumer could not work off, and of what could not be delivered to its queue. */
export function deadLetterQueueName(queue: string): string {
  return `${queue}-dlq`;
}

export function subscriptionQueueArn(placement: Placement, service: string, subscription: string): string {
  return arn(placement, "sqs", subscriptionQueueName(service, subscription));
}

/** A name of the events API, which has 64 characters at most; what is longer ends with a digest of all of it. */
export function bounded(name: string, most = 64): string {
  if (name.length <= most) return name;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 10);
  return `${name.slice(0, most - digest.length - 1)}-${digest}`;
}

/** An event as part of a name of AWS or Terraform: `orders-OrderPurchased-v1`. */
export function nameOfEvent(event: EventName): string {
  return eventName(event).replace(/[/.]/g, "-");
}
