import type { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { IdKey } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { hubVpcs } from "../../declaration/names";
import { endpointSubnets, planEndpointsTable } from "../plan/endpoints";
import { addAttachment, viaHub } from "../vpc/attachment";
import { addPlannedTable } from "../vpc/planned-table";
import { layoutSubnets } from "../vpc/subnet-layout";
import { type PlacedSubnets, addSubnets, subnetIdOf } from "../vpc/subnets";
import { addVpc } from "../vpc/vpc";
import { addInterfaceEndpoints } from "./interface-endpoints";
import { addServiceZones } from "./service-zones";

/** The VPC of what every spoke uses in one place. */
export interface EndpointsVpc {
  readonly vpc: Vpc;
  readonly subnets: readonly PlacedSubnets[];
  readonly ids: Partial<Record<IdKey, string>>;
}

/**
 * `network.endpoints`: a VPC with an interface endpoint for each declared service, which spokes reach through the hub and find by
 * private zones; undefined when none is declared. Each endpoint costs by zone and hour, so there is one for all.
 */
export function addEndpointsVpc(
  stack: TerraformStack,
  zone: LandingZone,
  hub: Ec2TransitGateway,
): EndpointsVpc | undefined {
  const { endpoints, availabilityZones } = zone.network;
  if (!endpoints) return undefined;
  const { cidr } = endpoints;
  if (cidr === undefined) throw new Error("the endpoints VPC was synthesised before its range was allocated");
  const name = hubVpcs.endpoints;
  const { main, attachment: attachments } = endpointSubnets;
  const vpc = addVpc(stack, zone, name, cidr);
  const subnets = addSubnets(stack, vpc, main, layoutSubnets(cidr, availabilityZones), attachments);
  const attachment = addAttachment(stack, vpc, subnets, hub.id, "same-account", { name });
  // The attachment subnets keep the VPC's main table, which knows the VPC alone.
  addPlannedTable(stack, planEndpointsTable(zone), {
    vpc,
    subnetId: subnetIdOf(main, subnets, attachments),
    leadsTo: () => viaHub(attachment),
  });
  const services = [...endpoints.services].sort();
  const interfaces = addInterfaceEndpoints(stack, zone, services, vpc, subnets);
  const zones = addServiceZones(stack, zone, interfaces, vpc);
  return { vpc, subnets, ids: { [`hub-attachment/${name}`]: attachment.id, [`hub-vpc/${name}`]: vpc.id, ...zones } };
}
