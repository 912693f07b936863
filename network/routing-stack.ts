import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import type { StackSpec } from "../declaration/stacks";
import { planRoutes } from "../declaration/routing/route-plan";
import { partOfHub, partOfTable } from "../declaration/routing/table-part";
import { recordIds } from "../stack/record-ids";
import { addAssociations } from "./routing/associations";
import { addDelegations } from "./routing/delegations";
import { addPropagations } from "./routing/propagations";
import { addStaticRoutes } from "./routing/static-routes";
import { addFlowLog } from "./vpc/flow-log";

/**
 * Who reaches whom through the hub, and which account answers for which name; in the network account. The egress VPC's
 * flow log is here and not with the VPC: no traffic reaches it before these routes, and the hub need not wait for the
 * log archive. Where each route table has a stack of its own, that holds the table's routes.
 */
export function buildRouting(stack: TerraformStack, zone: LandingZone, { table }: StackSpec): void {
  const isSplit = zone.network.routingStacks === "per-domain";
  const plan = planRoutes(zone);
  const part = table !== undefined ? partOfTable(plan, table) : isSplit ? partOfHub(plan) : plan;
  addAssociations(stack, zone, part);
  addPropagations(stack, zone, part);
  addStaticRoutes(stack, zone, part);
  if (table === undefined) {
    addDelegations(stack, zone);
    addFlowLog(stack, zone, "egress", zone.ids.get("egress-vpc"));
  }
  recordIds(stack, {});
}
