import { DefaultNetworkAcl } from "@cdktf/provider-aws/lib/default-network-acl";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { AclRule } from "../plan/acl-rule";
import { anywhere } from "../plan/vpc-plan";

/**
 * `aws_default_network_acl.<name>`: every subnet of the VPC refuses the ports to whoever is outside the pool (Security Hub control
 * EC2.21; CIS AWS Foundations Benchmark 5.1) and is otherwise open, for an ACL keeps no state: a port refused to requests is
 * refused to answers too. Rules count from the lowest number and the first that fits decides.
 *
 * The VPC's own ACL is adopted, so that a subnet cannot be left out; which subnets it has, Terraform must not undo (hashicorp/aws,
 * "aws_default_network_acl", "Managing Subnets in a Default Network ACL"). Turned off, Terraform forgets the ACL and its rules stay as
 * they are ("Removing aws_default_network_acl From Your Configuration"): who wants AWS's own back sets them by hand.
 */
export function addNetworkAcl(stack: TerraformStack, name: string, vpc: Vpc, rules: readonly AclRule[]): void {
  const everything = { protocol: "-1", fromPort: 0, toPort: 0 };
  resource(stack, DefaultNetworkAcl, name, {
    defaultNetworkAclId: vpc.defaultNetworkAclId,
    ingress: rules.map(({ number: ruleNo, action, from: cidrBlock, tcpPort }) => ({
      ...(tcpPort === undefined ? everything : { protocol: "tcp", fromPort: tcpPort, toPort: tcpPort }),
      ...{ ruleNo, action, cidrBlock },
    })),
    egress: [{ ...everything, action: "allow", ruleNo: 100, cidrBlock: anywhere }],
    tags: { Name: name },
    lifecycle: { ignoreChanges: ["subnet_ids"] },
  });
}
