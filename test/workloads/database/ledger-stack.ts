import { Testing } from "cdktf";
import { loadZone } from "../../../declaration/load";
import { stacksOf } from "../../../declaration/stacks";
import { createStack } from "../../../stack/create-stack";
import { addMicroservice } from "../../../workloads/microservice/add-microservice";
import { withIds } from "../../fixtures/ids";
import { ledger } from "../../fixtures/ledger/service";
import { placementIn } from "../events/placement-in";

export const ledgerZone = withIds(loadZone("zone"));

/** The Terraform JSON of a service with databases in an account of the sample. @param vpcId of the account's spoke, if it has one */
export function ledgerText(vpcId: string | undefined): string {
  const spec = stacksOf(ledgerZone).find(({ id }) => id === "orders-dev-orders");
  if (spec === undefined) throw new Error("the sample has changed");
  const stack = createStack(Testing.app(), ledgerZone, spec);
  const placement = placementIn(ledgerZone, "orders-dev", undefined);
  const settings = { ...placement.settings, databases: true };
  addMicroservice(stack, ledger, { ...placement, settings, ...(vpcId === undefined ? {} : { vpcId }) });
  return Testing.synth(stack);
}
