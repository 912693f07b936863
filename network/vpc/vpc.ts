import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";

/**
 * A VPC as every VPC of the zone is: DNS on, its default security group closed (Security Hub control EC2.2). Its
 * address is `aws_vpc.<name>`.
 */
export function addVpc(stack: TerraformStack, name: string, cidrBlock: string): Vpc {
  const vpc = resource(stack, Vpc, name, {
    cidrBlock,
    enableDnsSupport: true,
    enableDnsHostnames: true,
    tags: { Name: name },
  });
  resource(stack, DefaultSecurityGroup, name, { vpcId: vpc.id, ingress: [], egress: [] });
  return vpc;
}
