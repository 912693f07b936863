import type { Placement } from "../microservice/placement";
import type { ConsumerDefinition, ServiceDefinition } from "../service-definition";

/**
 * The service as it is in an account: where that joins no event bus and `events.optional` says that the service can do without, it has no events, nor the
 * consumers that there are for them.
 */
export function withoutBus(definition: ServiceDefinition, { central }: Placement): ServiceDefinition {
  const { events, consumers = {}, ...rest } = definition;
  if (central !== undefined || events?.optional !== true) return definition;
  const kept = Object.entries(consumers).filter(([, consumer]) => !isForEvents(consumer));
  return { ...rest, consumers: Object.fromEntries(kept) };
}

function isForEvents({ from, uses }: ConsumerDefinition): boolean {
  return from.kind === "subscription" || uses.some(({ kind }) => kind === "bus");
}
