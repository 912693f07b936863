import type { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { planEgressAcl } from "../plan/network-acl";
import { addAttachment } from "../vpc/attachment";
import { layoutSubnets } from "../vpc/subnet-layout";
import { addSubnets } from "../vpc/subnets";
import { addVpc } from "../vpc/vpc";
import { addNatGateways } from "./nat-gateways";
import { addEgressRoutes } from "./routes";

/**
 * The one way to the internet: public and attachment subnets in each zone, an internet gateway, and NAT gateways as the
 * zone declares. With `natGateways: none` it stands ready but forwards nothing, and costs only its attachment.
 *
 * @param cidr range of the VPC
 */
export function addEgressVpc(
  stack: TerraformStack,
  zone: LandingZone,
  hub: Ec2TransitGateway,
  cidr: string,
): { readonly vpc: Vpc; readonly attachment: Ec2TransitGatewayVpcAttachment } {
  const vpc = addVpc(stack, zone, "egress", cidr, planEgressAcl(zone));
  const subnets = addSubnets(stack, vpc, "public", layoutSubnets(cidr, zone.network.availabilityZones));
  const internet = resource(stack, InternetGateway, "internet", { vpcId: vpc.id, tags: { Name: "egress" } });
  const attachment = addAttachment(stack, vpc, subnets, hub.id, "same-account");
  const nats = addNatGateways(stack, zone, subnets, internet);
  addEgressRoutes(stack, zone, { vpc, subnets, internet, attachment, nats });
  return { vpc, attachment };
}
