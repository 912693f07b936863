import { createHash } from "node:crypto";
import { type EventName, eventName } from "./schemas/event-name";

/** The bus of a service in its own account. */
export function ownBusName(service: string): string {
  return service;
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
