import { busMembers, centerOfEvents } from "../../events";
import type { IdKey } from "../../ids";
import type { LandingZone } from "../../model";
import { blankAccount, blankService, blankZone, named } from "../blank";
import type { Reads } from "../reads";

/** The buses, and which account's service is on which; what services publish and subscribe to is in their definitions. */
export function eventsReads(zone: LandingZone): Reads {
  const center = centerOfEvents(zone);
  const members = busMembers(zone);
  return {
    zone: {
      foundation: center ? { ...blankZone.foundation, "shared-services": named(center) } : blankZone.foundation,
      accounts: members.map(({ name, service }) => ({
        ...blankAccount,
        name,
        service: service && { ...blankService, name: service.name, eventBus: service.eventBus },
      })),
      events: { ...zone.events, alertEmails: [...zone.events.alertEmails].sort() },
    },
    ids: ["organization", ...members.map(({ name }): IdKey => `account/${name}`)],
  };
}
