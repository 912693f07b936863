import type { LandingZone } from "../../../declaration/model";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import { busMembers } from "../../../declaration/events";
import type { MappedEvent, ServiceIn, SubscriptionIn } from "./zone-map";

/** Every event on every bus with who publishes it and who takes it, by bus and event. */
export function eventsOf(
  zone: LandingZone,
  definitionOf: (service: string) => ServiceDefinition,
): readonly MappedEvent[] {
  const found = new Map<
    string,
    { bus: string; event: string; publishers: ServiceIn[]; subscribers: SubscriptionIn[] }
  >();
  const at = (bus: string, event: string): { publishers: ServiceIn[]; subscribers: SubscriptionIn[] } => {
    const known = found.get(`${bus} ${event}`) ?? { bus, event, publishers: [], subscribers: [] };
    found.set(`${bus} ${event}`, known);
    return known;
  };
  for (const { name: account, service } of busMembers(zone)) {
    if (service?.eventBus === undefined) continue;
    const { events = {} } = definitionOf(service.name);
    for (const local of events.publishes ?? [])
      at(service.eventBus, `${service.name}/${local}`).publishers.push({ account, service: service.name });
    for (const [subscription, wanted] of Object.entries(events.subscribes ?? {}))
      for (const event of wanted)
        at(service.eventBus, event).subscribers.push({ account, service: service.name, subscription });
  }
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}
