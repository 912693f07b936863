import { blankZone } from "../blank";
import type { IdKey } from "../../ids";
import type { LandingZone } from "../../model";
import { privateZones } from "../../names";
import type { StackSpec } from "../../stacks";
import type { Reads } from "../reads";

/** Which private zones there are; none to an account whose VPC goes. */
export function dnsReads(zone: LandingZone, { account }: StackSpec): Reads {
  if (account.network === undefined) return { zone: {}, ids: [] };
  return {
    zone: privateZonesOf(zone),
    account: { network: { domain: "", prefixLength: 0, cidr: undefined } },
    ids: [`vpc/${account.name}`, ...privateZones(zone).map((name): IdKey => `private-zone/${name}`)],
  };
}

/** What the names of the private zones follow from. */
export function privateZonesOf({ network: { endpoints }, dns }: LandingZone): Pick<LandingZone, "network" | "dns"> {
  return {
    network: {
      ...blankZone.network,
      endpoints: endpoints && { prefixLength: 0, cidr: undefined, services: [...endpoints.services].sort() },
    },
    dns: { ...blankZone.dns, privateSuffix: dns.privateSuffix },
  };
}

/** A VPC knows that there are forward rules, a DNS firewall and a query log; what they say is the `network` stack's. */
export function resolutionOf({ dns: { resolver, firewall, queryLogs } }: LandingZone): LandingZone["dns"] {
  const domains = Object.keys(resolver?.forward ?? {});
  return {
    ...blankZone.dns,
    resolver:
      domains.length > 0
        ? { inbound: false, forward: Object.fromEntries(domains.map((domain) => [domain, []])) }
        : undefined,
    firewall: firewall && { block: [], managedLists: {} },
    queryLogs,
  };
}
