import { busMembers } from "../../../declaration/events";
import type { LandingZone } from "../../../declaration/model";
import type { ServiceEvents } from "../event-graph";

/** An account whose service is on a central bus. */
export interface Member {
  readonly account: string;
  readonly accountId: string;
  readonly bus: string;
  readonly events: ServiceEvents;
}

/** The accounts on central buses, with what their services publish and want. */
export function membersOf(zone: LandingZone, eventsOf: (service: string) => ServiceEvents): readonly Member[] {
  return busMembers(zone).flatMap(({ name, service }): readonly Member[] => {
    if (service?.eventBus === undefined) return [];
    const accountId = zone.ids.get(`account/${name}`);
    return [{ account: name, accountId, bus: service.eventBus, events: eventsOf(service.name) }];
  });
}
