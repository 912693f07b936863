import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import type { StackSpec } from "../declaration/stacks";
import { recordIds } from "../stack/record-ids";
import { addAssociations } from "./routing/associations";
import { addDelegations } from "./routing/delegations";
import { addPropagations } from "./routing/propagations";
import { planRoutes } from "./routing/route-plan";
import { addStaticRoutes } from "./routing/static-routes";

/** Who reaches whom through the hub, and which account answers for which name; in the network account. */
export function buildRouting(stack: TerraformStack, zone: LandingZone, _spec: StackSpec): void {
  const plan = planRoutes(zone);
  addAssociations(stack, zone, plan);
  addPropagations(stack, zone, plan);
  addStaticRoutes(stack, zone, plan);
  addDelegations(stack, zone);
  recordIds(stack, {});
}
