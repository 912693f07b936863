import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import type { AclRule } from "../plan/acl-rule";
import { planNetworkAcl } from "../plan/network-acl";
import { addNetworkAcl } from "./network-acl";

/**
 * A VPC as every VPC of the zone is: DNS on, its default security group closed (Security Hub control EC2.2), its default network
 * ACL the zone's. Its address is `aws_vpc.<name>`.
 *
 * @param acl rules of the network ACL, where the zone has ACLs of its own
 */
export function addVpc(
  stack: TerraformStack,
  zone: LandingZone,
  name: string,
  cidrBlock: string,
  acl: readonly AclRule[] = planNetworkAcl(zone),
): Vpc {
  const vpc = resource(stack, Vpc, name, {
    cidrBlock,
    enableDnsSupport: true,
    enableDnsHostnames: true,
    tags: { Name: name },
  });
  resource(stack, DefaultSecurityGroup, name, { vpcId: vpc.id, ingress: [], egress: [] });
  if (zone.network.networkAcls) addNetworkAcl(stack, name, vpc, acl);
  return vpc;
}
