import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { planRegion } from "../declaration/routing/regional";
import type { StackSpec } from "../declaration/stacks";
import { recordIds } from "../stack/record-ids";
import { addTransitGatewayFlowLog } from "./hub/flow-log";
import { regionalZone } from "./regional-zone";
import { addAssociations } from "./routing/associations";
import { addPropagations } from "./routing/propagations";
import { addStaticRoutes } from "./routing/static-routes";

/** Who reaches whom through the hub of a region beyond the home region. */
export function buildRoutingRegion(stack: TerraformStack, zone: LandingZone, spec: StackSpec): void {
  const region = spec.region ?? zone.regions.home;
  const there = regionalZone(zone, region);
  const plan = planRegion(zone, region);
  addAssociations(stack, there, plan);
  addPropagations(stack, there, plan);
  addStaticRoutes(stack, there, plan);
  if (zone.network.transitGateway.flowLogs) addTransitGatewayFlowLog(stack, there);
  recordIds(stack, {});
}
