import type { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import type { TerraformStack } from "cdktf";
import type { IdKey } from "../../declaration/ids";
import type { LandingZone, SharedVpc } from "../../declaration/model";
import { domainOf } from "../domain-of";
import { addGatewayEndpoints } from "../spoke/gateway-endpoints";
import { addSpokeRoutes } from "../spoke/routes";
import { addAttachment } from "../vpc/attachment";
import { layoutSubnets } from "../vpc/subnet-layout";
import { addSubnets } from "../vpc/subnets";
import { addVpc } from "../vpc/vpc";
import { shareSubnets } from "./share-subnets";

/** Names hold single hyphens only, so two part a VPC's from what is in it. */
const within = (vpc: string): string => `${vpc}--`;

/**
 * The VPCs of `network.sharedVpcs`, each built like a spoke: `aws_vpc.<name>`, and `<name>--` before what is in it. Returns
 * where each is attached, for `routing`.
 *
 * An account that names one is given the private subnets and nothing in its own stack: what is shared shows up in its VPC console and
 * API by itself, under the ids this stack records ("Share your VPC subnets with other accounts", Amazon VPC user guide).
 *
 * @param owner account they are in
 */
export function addSharedVpcs(
  stack: TerraformStack,
  zone: LandingZone,
  hub: Ec2TransitGateway,
  owner: string,
): Partial<Record<IdKey, string>> {
  const ids = zone.network.sharedVpcs.map((sharedVpc) => addSharedVpc(stack, zone, hub, sharedVpc, owner));
  return Object.assign({}, ...ids);
}

function addSharedVpc(
  stack: TerraformStack,
  zone: LandingZone,
  hub: Ec2TransitGateway,
  { name, domain, cidr }: SharedVpc,
  owner: string,
): Partial<Record<IdKey, string>> {
  if (cidr === undefined) throw new Error(`shared VPC ${name} was synthesised before its range was allocated`);
  const prefix = within(name);
  const vpc = addVpc(stack, zone, name, cidr);
  const layout = layoutSubnets(cidr, zone.network.availabilityZones);
  const subnets = addSubnets(stack, vpc, `${prefix}private`, layout, `${prefix}attachment`);
  const attachment = addAttachment(stack, vpc, subnets, hub.id, "same-account", { name: `${prefix}hub` });
  const table = addSpokeRoutes(stack, zone, domainOf(zone, domain), { vpc, subnets, attachment }, prefix);
  addGatewayEndpoints(stack, zone, vpc, table, prefix);
  shareSubnets(stack, zone, name, subnets, owner);
  return {
    [`hub-attachment/${name}`]: attachment.id,
    [`hub-vpc/${name}`]: vpc.id,
    [`shared-subnet/${name}`]: subnets.map(({ main }) => main.id).join(","),
  };
}
