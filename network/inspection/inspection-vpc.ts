import type { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import type { TerraformStack } from "cdktf";
import type { IdKey } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { inspectionSubnets } from "../plan/inspection";
import { addAttachment } from "../vpc/attachment";
import { layoutSubnets } from "../vpc/subnet-layout";
import { addSubnets } from "../vpc/subnets";
import { addVpc } from "../vpc/vpc";
import { addFirewall } from "./firewall";
import { addInspectionRoutes } from "./routes";
import { addRuleGroups } from "./rule-groups";

/**
 * When the zone declares `network.inspection`: the VPC between the route domains and the way out, with AWS Network Firewall in each
 * zone. An endpoint of the firewall costs money by the hour. Its logs are the `routing` stack's.
 *
 * @returns tokens of the ids that `routing` needs
 */
export function addInspectionVpc(
  stack: TerraformStack,
  zone: LandingZone,
  hub: Ec2TransitGateway,
): Partial<Record<IdKey, string>> {
  const { inspection, availabilityZones } = zone.network;
  if (inspection === undefined) return {};
  const { cidr } = inspection;
  if (cidr === undefined)
    throw new Error("the network stack was synthesised before the inspection range was allocated");
  const vpc = addVpc(stack, zone, "inspection", cidr);
  const layout = layoutSubnets(cidr, availabilityZones);
  const subnets = addSubnets(stack, vpc, inspectionSubnets.main, layout, inspectionSubnets.attachment);
  const options = { name: "inspection", applianceMode: true };
  const attachment = addAttachment(stack, vpc, subnets, hub.id, "same-account", options);
  const firewall = addFirewall(stack, zone, vpc, subnets, addRuleGroups(stack, zone));
  addInspectionRoutes(stack, zone, { vpc, subnets, attachment, firewall });
  return { "hub-attachment/inspection": attachment.id, "hub-vpc/inspection": vpc.id };
}
