import { DefaultNetworkAcl, type DefaultNetworkAclIngress } from "@cdktf/provider-aws/lib/default-network-acl";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";

const anywhere = "0.0.0.0/0";

/** SSH and RDP. UDP is left alone: RDP opens a UDP channel only beside a TCP connection. */
export const remoteAdministration: readonly number[] = [22, 3389];

/**
 * `aws_default_network_acl.<name>`: every subnet of the VPC refuses the ports to whoever is outside the pool (Security Hub control
 * EC2.21; CIS AWS Foundations Benchmark 5.1) and is otherwise open, for an ACL keeps no state: a port refused to requests is
 * refused to answers too. Rules count from the lowest number and the first that fits decides.
 *
 * The VPC's own ACL is adopted, so that a subnet cannot be left out; which subnets it has, Terraform must not undo (hashicorp/aws,
 * "aws_default_network_acl", "Managing Subnets in a Default Network ACL"). Turned off, Terraform forgets the ACL and its rules stay as
 * they are ("Removing aws_default_network_acl From Your Configuration"): who wants AWS's own back sets them by hand.
 */
export function addNetworkAcl(
  stack: TerraformStack,
  name: string,
  vpc: Vpc,
  pool: string,
  refused: readonly number[],
): void {
  const everything = { action: "allow", protocol: "-1", fromPort: 0, toPort: 0 };
  resource(stack, DefaultNetworkAcl, name, {
    defaultNetworkAclId: vpc.defaultNetworkAclId,
    ingress: [
      { ...everything, ruleNo: 100, cidrBlock: pool },
      ...refused.map((port, index) => refusal(200 + index, port)),
      { ...everything, ruleNo: 300, cidrBlock: anywhere },
    ],
    egress: [{ ...everything, ruleNo: 100, cidrBlock: anywhere }],
    tags: { Name: name },
    lifecycle: { ignoreChanges: ["subnet_ids"] },
  });
}

function refusal(ruleNo: number, port: number): DefaultNetworkAclIngress {
  return { ruleNo, action: "deny", protocol: "tcp", cidrBlock: anywhere, fromPort: port, toPort: port };
}
