import type { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { addAttachment } from "../vpc/attachment";
import { remoteAdministration } from "../vpc/network-acl";
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
  const vpc = addVpc(stack, zone, "egress", cidr, refusedPorts(zone));
  const subnets = addSubnets(stack, vpc, "public", layoutSubnets(cidr, zone.network.availabilityZones));
  const internet = resource(stack, InternetGateway, "internet", { vpcId: vpc.id, tags: { Name: "egress" } });
  const attachment = addAttachment(stack, vpc, subnets, hub.id, "same-account");
  const nats = addNatGateways(stack, zone, subnets, internet);
  addEgressRoutes(stack, zone, { vpc, subnets, internet, attachment, nats });
  return { vpc, attachment };
}

/**
 * A NAT gateway's connections to the internet use the ports 1024 to 65535 ("NAT gateway basics", Amazon VPC User Guide): answers to
 * 3389 are traffic like any other, and nothing but NAT gateways is in these subnets.
 */
function refusedPorts({ network }: LandingZone): readonly number[] {
  return network.egress.natGateways === "none"
    ? remoteAdministration
    : remoteAdministration.filter((port) => port < firstNatPort);
}

const firstNatPort = 1024;
