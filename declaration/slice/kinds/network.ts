import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { Reads } from "../reads";

/** The hub knows its domains by name; who talks to whom is the `routing` stack's. */
export function networkReads({ organization, foundation, network, dns }: LandingZone): Reads {
  const { natGateways, cidr } = network.egress;
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: { ...blankZone.foundation, management: named(foundation.management) },
      network: {
        pool: network.pool,
        availabilityZones: network.availabilityZones,
        domains: network.domains
          .map(({ name }) => ({ name, talksTo: [], egress: false }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
        egress: { ...blankZone.network.egress, natGateways, cidr },
      },
      dns,
    },
    ids: ["organization", `account/${foundation.management.name}`],
  };
}
