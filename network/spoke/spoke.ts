import type { TerraformStack } from "cdktf";
import type { IdKey } from "../../declaration/ids";
import type { Account, AccountNetwork, LandingZone } from "../../declaration/model";
import { domainOf } from "../domain-of";
import { addAttachment } from "../vpc/attachment";
import { addFlowLog } from "../vpc/flow-log";
import { layoutSubnets } from "../vpc/subnet-layout";
import { addSubnets } from "../vpc/subnets";
import { addNameResolution } from "../vpc/name-resolution";
import { addVpc } from "../vpc/vpc";
import { addGatewayEndpoints } from "./gateway-endpoints";
import { addSpokeRoutes } from "./routes";

/**
 * An account's VPC: private subnets in each zone, everything but its own range by way of the hub.
 *
 * @returns ids that `routing` needs: of the attachment and the VPC
 * @throws Error when the range is not allocated or the domain not declared: such a stack is not ready
 */
export function addSpoke(
  stack: TerraformStack,
  zone: LandingZone,
  account: Account,
  network: AccountNetwork,
): Partial<Record<IdKey, string>> {
  const { cidr } = network;
  if (cidr === undefined) throw new Error(`account ${account.name} was synthesised before its range was allocated`);
  const vpc = addVpc(stack, zone, "spoke", cidr);
  addFlowLog(stack, zone, "spoke", vpc.id);
  const subnets = addSubnets(stack, vpc, "private", layoutSubnets(cidr, zone.network.availabilityZones));
  const owner = account.name === zone.foundation.network.name ? "same-account" : "shared";
  const attachment = addAttachment(stack, vpc, subnets, zone.ids.get("transit-gateway"), owner);
  const table = addSpokeRoutes(stack, zone, domainOf(zone, network.domain), { vpc, subnets, attachment });
  addGatewayEndpoints(stack, zone, vpc, table);
  addNameResolution(stack, zone, "spoke", vpc.id);
  return { [`attachment/${account.name}`]: attachment.id, [`vpc/${account.name}`]: vpc.id };
}
