import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { dnsAddress } from "../../declaration/terraform-addresses";
import { resource } from "../../stack/resource";
import { planEndpointAdmissions } from "../plan/endpoints";
import { groupRules } from "../vpc/group-rules";
import type { PlacedSubnets } from "../vpc/subnets";
import { interfaceEndpointPolicy } from "./endpoint-policy";

/**
 * `aws_vpc_endpoint.<service>`, with an interface in each zone. Private DNS is off, for it would reach this VPC alone: zones of our own
 * take its place ("Centralized access to VPC private endpoints", Building a Scalable and Secure Multi-VPC AWS Network Infrastructure).
 */
export function addInterfaceEndpoints(
  stack: TerraformStack,
  zone: LandingZone,
  services: readonly string[],
  vpc: Vpc,
  subnets: readonly PlacedSubnets[],
): ReadonlyMap<string, VpcEndpoint> {
  const group = resource(stack, SecurityGroup, "endpoints", {
    name: "endpoints",
    description: "HTTPS from the pool to interface endpoints",
    vpcId: vpc.id,
    ingress: groupRules("HTTPS", planEndpointAdmissions(zone)),
    egress: [],
    tags: { Name: "endpoints" },
  });
  return new Map(
    services.map((service) => [
      service,
      resource(stack, VpcEndpoint, dnsAddress(service), {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${zone.regions.home}.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: false,
        subnetIds: subnets.map(({ main }) => main.id),
        securityGroupIds: [group.id],
        policy: interfaceEndpointPolicy(zone),
        tags: { Name: service },
      }),
    ]),
  );
}
