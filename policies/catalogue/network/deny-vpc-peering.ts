import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** VPC User Guide, "VPC peering"; Control Tower Controls Reference, peering connections. */
export const denyVpcPeering: Guardrail = {
  name: "deny-vpc-peering",
  group: "network",
  kind: "scp",
  intent: "Networks meet at the Transit Gateway alone: no VPC is peered with another.",
  suggested: "workloads",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyVpcPeering",
      Effect: "Deny",
      Action: [
        "ec2:AcceptVpcPeeringConnection",
        "ec2:CreateOdbNetworkPeering",
        "ec2:CreateVpcPeeringConnection",
        "ec2:ModifyOdbNetworkPeering",
        "ec2:ModifyVpcPeeringConnectionOptions",
      ],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-peering",
      sentence: `${nobody(context)} can ask for a peering of VPCs, accept one or change one.`,
      denied: {
        actions: [
          "ec2:CreateVpcPeeringConnection",
          "ec2:AcceptVpcPeeringConnection",
          "ec2:ModifyVpcPeeringConnectionOptions",
        ],
        unless: byDeclared(context),
      },
    },
    {
      id: "no-database-network-peering",
      sentence: `${nobody(context)} can peer a VPC with a network of Oracle Database@AWS.`,
      denied: { actions: ["ec2:CreateOdbNetworkPeering", "ec2:ModifyOdbNetworkPeering"], unless: byDeclared(context) },
    },
  ],
};
