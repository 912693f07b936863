import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { peeringKey, planRegion } from "../declaration/routing/regional";
import { providerConfig } from "../stack/create-stack";
import type { StackSpec } from "../declaration/stacks";
import { recordIds } from "../stack/record-ids";
import { addPeering } from "./hub/peering";
import { addResourceShare } from "./hub/resource-share";
import { addTables } from "./hub/route-tables";
import { addTransitGateway } from "./hub/transit-gateway";
import { regionalKey, regionalZone } from "./regional-zone";

/** The hub of a region beyond the home region, in the network account: its Transit Gateway, tables and share, peered with the home region's hub. */
export function buildNetworkRegion(stack: TerraformStack, zone: LandingZone, spec: StackSpec): void {
  const region = spec.region ?? zone.regions.home;
  const there = regionalZone(zone, region);
  const hub = addTransitGateway(stack, there);
  const tables = addTables(stack, planRegion(zone, region).tables, hub);
  addResourceShare(stack, there, hub);
  const peering = addPeering(stack, hub, {
    home: { ...providerConfig(zone, { ...spec, region: undefined }), alias: "home" },
    homeRegion: zone.regions.home,
    homeHubId: zone.ids.get("transit-gateway"),
    account: zone.ids.get(`account/${spec.account.name}`),
  });
  recordIds(stack, {
    [`region-hub/${region}`]: hub.id,
    // Of what is accepted: no route leads to a peering that waits.
    [peeringKey(region)]: peering.id,
    ...Object.fromEntries(
      Object.entries(tables).map(([name, id]) => [regionalKey(`route-table/${name}`, region), id] as const),
    ),
  });
}
