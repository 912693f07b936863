import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import type { StackSpec } from "../declaration/stacks";
import { recordIds } from "../stack/record-ids";
import { addInspectionLogs } from "./inspection/logging";
import { hubVpcs } from "../declaration/names";
import { addAssociations } from "./routing/associations";
import { addDelegations } from "./routing/delegations";
import { addHubResolution } from "./routing/hub-resolution";
import { addPropagations } from "./routing/propagations";
import { planRoutes } from "./routing/route-plan";
import { addStaticRoutes } from "./routing/static-routes";
import { addZoneAuthorizations } from "./routing/zone-authorizations";
import { addFlowLog } from "./vpc/flow-log";
import { addTransitGatewayFlowLog } from "./hub/flow-log";

/**
 * Who reaches whom through the hub, and which account answers for which name; in the network account. The flow logs of
 * the hub and its VPCs are here and not with them: no traffic reaches them before these routes, and the hub need not
 * wait for the log archive.
 */
export function buildRouting(stack: TerraformStack, zone: LandingZone, spec: StackSpec): void {
  const plan = planRoutes(zone);
  addAssociations(stack, zone, plan);
  addPropagations(stack, zone, plan);
  addStaticRoutes(stack, zone, plan);
  addDelegations(stack, zone);
  addFlowLog(stack, zone, "egress", zone.ids.get("egress-vpc"));
  addInspectionLogs(stack, zone, spec.account.name);
  for (const { name } of zone.network.sharedVpcs) addFlowLog(stack, zone, name, zone.ids.get(`hub-vpc/${name}`));
  if (zone.network.transitGateway.flowLogs) addTransitGatewayFlowLog(stack, zone);
  if (zone.network.endpoints) addFlowLog(stack, zone, hubVpcs.endpoints, zone.ids.get("hub-vpc/endpoints"));
  addZoneAuthorizations(stack, zone, spec.account.name);
  addHubResolution(stack, zone);
  recordIds(stack, {});
}
