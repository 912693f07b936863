import type { LandingZone } from "../../model";
import type { StackSpec } from "../../stacks";
import { blankZone, named } from "../blank";
import { byName } from "../by-name";
import type { Reads } from "../reads";

/** The hub of a region: the names of the domains, and whom it is shared and peered with. */
export function networkRegionReads(zone: LandingZone, { region }: StackSpec): Reads {
  const { organization, foundation, network } = zone;
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: { ...blankZone.foundation, management: named(foundation.management) },
      network: {
        ...blankZone.network,
        domains: byName(network.domains).map(({ name }) => ({ name, talksTo: [], egress: false })),
        regions: network.regions
          .filter(({ name }) => name === region)
          .map(({ name, amazonSideAsn }) => ({ name, pool: "", amazonSideAsn })),
      },
    },
    ids: ["organization", "transit-gateway", `account/${foundation.management.name}`],
  };
}
