import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import type { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import type { RouteConfig } from "@cdktf/provider-aws/lib/route";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { planAttachmentTables, planPublicTable } from "../plan/egress";
import type { VpcTarget } from "../plan/vpc-plan";
import { viaHub } from "../vpc/attachment";
import { addPlannedTable } from "../vpc/planned-table";
import { type PlacedSubnets, subnetIdOf } from "../vpc/subnets";

interface EgressSide {
  readonly vpc: Vpc;
  readonly subnets: readonly PlacedSubnets[];
  readonly internet: InternetGateway;
  readonly attachment: Ec2TransitGatewayVpcAttachment;
  /** By name. */
  readonly nats: ReadonlyMap<string, NatGateway>;
}

/** The tables of the public and of the attachment subnets, as planned. */
export function addEgressRoutes(stack: TerraformStack, zone: LandingZone, side: EgressSide): void {
  const { vpc, subnets, internet, attachment, nats } = side;
  const leadsTo = (target: VpcTarget): Partial<RouteConfig> => {
    if (target === "hub") return viaHub(attachment);
    if (target === "internet") return { gatewayId: internet.id };
    const nat = "nat" in target ? nats.get(target.nat) : undefined;
    if (nat === undefined) throw new Error(`the egress VPC has no ${JSON.stringify(target)}`);
    return { natGatewayId: nat.id };
  };
  const subnetId = subnetIdOf("public", subnets);
  for (const table of [planPublicTable(zone), ...planAttachmentTables(zone)])
    addPlannedTable(stack, table, { vpc, subnetId, leadsTo });
}
