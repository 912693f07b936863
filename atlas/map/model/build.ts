import type { LandingZone } from "../../../declaration/model";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import { eventsOf } from "./events";
import { logsOf } from "./logs";
import { networkOf } from "./network";
import { accountsOf, unitsOf } from "./organization";
import { servicesOf } from "./service-parts";
import type { ZoneMap } from "./zone-map";

/** The map of a zone. @param definitionOf finds the service that an account names */
export function zoneMap(zone: LandingZone, definitionOf: (service: string) => ServiceDefinition): ZoneMap {
  return {
    formatVersion: 1,
    organization: zone.organization.name,
    units: unitsOf(zone),
    accounts: accountsOf(zone),
    network: networkOf(zone),
    services: servicesOf(zone, definitionOf),
    events: eventsOf(zone, definitionOf),
    logs: logsOf(zone),
  };
}
