import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import type { NetworkfirewallFirewall } from "@cdktf/provider-aws/lib/networkfirewall-firewall";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { PlacedSubnets } from "../vpc/subnets";
import { endpointIn } from "./firewall";

const anywhere = "0.0.0.0/0";

interface InspectionSide {
  readonly vpc: Vpc;
  readonly subnets: readonly PlacedSubnets[];
  readonly attachment: Ec2TransitGatewayVpcAttachment;
  readonly firewall: NetworkfirewallFirewall;
}

/**
 * What arrives from the hub goes to the firewall's endpoint of the same zone, and what the firewall lets through goes back to the
 * hub ("Inspection deployment models with AWS Network Firewall", AWS Networking & Content Delivery Blog).
 */
export function addInspectionRoutes(stack: TerraformStack, side: InspectionSide): void {
  const { vpc, subnets, attachment, firewall } = side;
  const table = (name: string): RouteTable =>
    resource(stack, RouteTable, name, { vpcId: vpc.id, tags: { Name: name } });
  const inspected = table("inspection-firewall");
  resource(stack, Route, "inspection-firewall-default", {
    routeTableId: inspected.id,
    destinationCidrBlock: anywhere,
    transitGatewayId: attachment.transitGatewayId,
    dependsOn: [attachment],
  });
  for (const { letter, zone, main, attachment: arriving } of subnets) {
    const name = `inspection-attachment-${letter}`;
    const toFirewall = table(name);
    resource(stack, Route, `${name}-default`, {
      routeTableId: toFirewall.id,
      destinationCidrBlock: anywhere,
      vpcEndpointId: endpointIn(firewall, zone),
    });
    resource(stack, RouteTableAssociation, name, { routeTableId: toFirewall.id, subnetId: arriving.id });
    resource(stack, RouteTableAssociation, `inspection-firewall-${letter}`, {
      routeTableId: inspected.id,
      subnetId: main.id,
    });
  }
}
