import type { IdKey, Ids } from "../declaration/ids";
import type { LandingZone } from "../declaration/model";
import { regionTableKey } from "../declaration/routing/regional";
import { zoneLetters } from "./plan/vpc-plan";

/**
 * The zone as the hub of another region and the spokes there are made from: the same constructs, of that region's Transit Gateway. There is no egress
 * VPC, so no domain has egress, and none of the name resolution that the home region's resolver and firewall give.
 */
export function regionalZone(zone: LandingZone, region: string): LandingZone {
  const { network } = zone;
  const hub = network.regions.find(({ name }) => name === region);
  return {
    ...zone,
    regions: { ...zone.regions, home: region },
    network: {
      ...network,
      availabilityZones: zoneLetters(network.availabilityZones).map((letter) => region + letter),
      transitGateway: {
        ...network.transitGateway,
        ...(hub ? { amazonSideAsn: hub.amazonSideAsn } : {}),
      },
      domains: network.domains.map((domain) => ({ ...domain, egress: false })),
    },
    dns: { serviceSuffix: "", queryLogs: false },
    ids: regionalIds(zone.ids, region),
  };
}

/** Keys of the home region's hub stand for those of the region's. */
function regionalIds(ids: Ids, region: string): Ids {
  const keyIn = (key: IdKey): IdKey => regionalKey(key, region);
  return { has: (key) => ids.has(keyIn(key)), get: (key) => ids.get(keyIn(key)), entries: () => ids.entries() };
}

/** The key that an id of the hub is locked under in a region beyond the home region. */
export function regionalKey(key: IdKey, region: string): IdKey {
  const [kind, name = ""] = key.split(/\/(.*)/s);
  if (kind === "transit-gateway") return `region-hub/${region}`;
  return kind === "route-table" ? regionTableKey(region, name) : key;
}
