import type { LandingZone, RegionHub } from "../../model";

/** Regions with a hub, of which the home region's knows that they are there. */
export function namedRegions({ regions }: LandingZone["network"]): readonly RegionHub[] {
  return regions.map(({ name }) => ({ name, pool: "", amazonSideAsn: 0 }));
}
