import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import type { StackSpec } from "../declaration/stacks";
import { planRoutes } from "../declaration/routing/route-plan";
import { partOfHub, partOfTable } from "../declaration/routing/table-part";
import { recordIds } from "../stack/record-ids";
import { addInspectionLogs } from "./inspection/logging";
import { hubVpcs } from "../declaration/names";
import { addAssociations } from "./routing/associations";
import { addDelegations } from "./routing/delegations";
import { addHubResolution } from "./routing/hub-resolution";
import { addPropagations } from "./routing/propagations";
import { addStaticRoutes } from "./routing/static-routes";
import { addZoneAuthorizations } from "./routing/zone-authorizations";
import { addFlowLog } from "./vpc/flow-log";
import { addTransitGatewayFlowLog } from "./hub/flow-log";

/**
 * Who reaches whom through the hub, and which account answers for which name; in the network account. The flow logs of
 * the hub and its VPCs are here and not with them: no traffic reaches them before these routes, and the hub need not
 * wait for the log archive. Where each route table has a stack of its own, that holds the table's routes and nothing else.
 */
export function buildRouting(stack: TerraformStack, zone: LandingZone, { table, account }: StackSpec): void {
  const isSplit = zone.network.routingStacks === "per-domain";
  const plan = planRoutes(zone);
  const part = table !== undefined ? partOfTable(plan, table) : isSplit ? partOfHub(plan) : plan;
  addAssociations(stack, zone, part);
  addPropagations(stack, zone, part);
  addStaticRoutes(stack, zone, part);
  if (table === undefined) addHubWide(stack, zone, account.name);
  recordIds(stack, {});
}

/** @param owner name of the network account */
function addHubWide(stack: TerraformStack, zone: LandingZone, owner: string): void {
  addDelegations(stack, zone);
  addFlowLog(stack, zone, "egress", zone.ids.get("egress-vpc"));
  addInspectionLogs(stack, zone, owner);
  for (const { name } of zone.network.sharedVpcs) addFlowLog(stack, zone, name, zone.ids.get(`hub-vpc/${name}`));
  if (zone.network.transitGateway.flowLogs) addTransitGatewayFlowLog(stack, zone);
  if (zone.network.endpoints) addFlowLog(stack, zone, hubVpcs.endpoints, zone.ids.get("hub-vpc/endpoints"));
  addZoneAuthorizations(stack, zone, owner);
  addHubResolution(stack, zone);
}
