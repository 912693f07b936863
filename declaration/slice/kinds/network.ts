import { blankAccount, blankZone, named } from "../blank";
import type { IdKey } from "../../ids";
import type { Account, LandingZone } from "../../model";
import type { Reads } from "../reads";
import { namedRegions } from "./regions";
import { sharedVpcReads } from "./shared-vpcs";

/** The hub knows its domains by name; who talks to whom is the `routing` stack's, but for the routes of shared VPCs. */
export function networkReads(zone: LandingZone): Reads {
  const { organization, foundation, accounts, network, dns } = zone;
  const { inspection, endpoints } = network;
  const owner = foundation.network.name;
  const guests = accounts.filter(({ name, sharedVpc }) => sharedVpc !== undefined && name !== owner);
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: {
        ...blankZone.foundation,
        management: named(foundation.management),
        ...(dns.queryLogs ? { "log-archive": named(foundation["log-archive"]) } : {}),
      },
      network: {
        pool: network.pool,
        availabilityZones: network.availabilityZones,
        transitGateway: { ...network.transitGateway, flowLogs: false },
        egress: { ...network.egress, prefixLength: 0 },
        inspection: inspection && {
          ...inspection,
          prefixLength: 0,
          allowedDomains: [...inspection.allowedDomains].sort(),
        },
        endpoints: endpoints && { ...endpoints, prefixLength: 0, services: [...endpoints.services].sort() },
        networkAcls: network.networkAcls,
        ...sharedVpcReads(zone),
        ipam: network.ipam,
        routingStacks: blankZone.network.routingStacks,
        regions: namedRegions(network),
      },
      accounts: accounts
        .map((account) => member(account, account.name === owner, network.ipam))
        .filter((account) => account.sharedVpc !== undefined || account.network !== undefined),
      dns: resolution(dns),
    },
    ids: [
      "organization",
      `account/${foundation.management.name}`,
      ...guests.map(({ name }): IdKey => `account/${name}`),
      ...(dns.queryLogs ? [`account/${foundation["log-archive"].name}` as const] : []),
    ],
  };
}

/** A resolver that neither answers nor forwards has no endpoints. */
function resolution({ resolver, firewall, ...dns }: LandingZone["dns"]): LandingZone["dns"] {
  const forwards = Object.entries(resolver?.forward ?? {});
  return {
    ...dns,
    resolver:
      resolver && (resolver.inbound || forwards.length > 0)
        ? {
            inbound: resolver.inbound,
            forward: Object.fromEntries(forwards.map(([domain, servers]) => [domain, [...servers].sort()])),
          }
        : undefined,
    firewall: firewall && { ...firewall, block: [...firewall.block].sort() },
  };
}

/** Who is given subnets of another, and for an IPAM which ranges are in which domain. */
function member({ name, sharedVpc, network }: Account, isOwner: boolean, ipam: boolean): Account {
  const range =
    ipam && network?.cidr !== undefined ? { domain: network.domain, prefixLength: 0, cidr: network.cidr } : undefined;
  return { ...blankAccount, name, sharedVpc: isOwner ? undefined : sharedVpc, network: range };
}
