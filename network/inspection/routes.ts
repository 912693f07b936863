import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import type { NetworkfirewallFirewall } from "@cdktf/provider-aws/lib/networkfirewall-firewall";
import type { RouteConfig } from "@cdktf/provider-aws/lib/route";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { inspectionSubnets, planInspectionTables } from "../plan/inspection";
import type { VpcTarget } from "../plan/vpc-plan";
import { viaHub } from "../vpc/attachment";
import { addPlannedTable } from "../vpc/planned-table";
import { type PlacedSubnets, subnetIdOf } from "../vpc/subnets";
import { endpointIn } from "./firewall";

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
export function addInspectionRoutes(stack: TerraformStack, zone: LandingZone, side: InspectionSide): void {
  const { vpc, subnets, attachment, firewall } = side;
  const leadsTo = (target: VpcTarget): Partial<RouteConfig> => {
    if (target === "hub") return viaHub(attachment);
    const letter = typeof target === "object" && "firewall" in target ? target.firewall : undefined;
    const placed = subnets.find((each) => each.letter === letter);
    if (placed === undefined) throw new Error(`the inspection VPC has no ${JSON.stringify(target)}`);
    return { vpcEndpointId: endpointIn(firewall, placed.zone) };
  };
  const subnetId = subnetIdOf(inspectionSubnets.main, subnets, inspectionSubnets.attachment);
  for (const table of planInspectionTables(zone)) addPlannedTable(stack, table, { vpc, subnetId, leadsTo });
}
