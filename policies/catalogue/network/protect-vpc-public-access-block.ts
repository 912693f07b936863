import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** VPC User Guide, "Block public access to VPCs and subnets". */
export const protectVpcPublicAccessBlock: Guardrail = {
  name: "protect-vpc-public-access-block",
  group: "network",
  kind: "scp",
  intent: "Where VPCs are shut to the internet, no exception is made.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectVpcPublicAccessBlock",
      Effect: "Deny",
      Action: ["ec2:CreateVpcBlockPublicAccessExclusion", "ec2:ModifyVpcBlockPublicAccess*"],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "vpcs-stay-shut",
      sentence: "Nobody but the exempt roles can change the block of public access to VPCs, or except a VPC from it.",
      denied: {
        actions: [
          "ec2:CreateVpcBlockPublicAccessExclusion",
          "ec2:ModifyVpcBlockPublicAccessExclusion",
          "ec2:ModifyVpcBlockPublicAccessOptions",
        ],
        unless: [byExempt(context)],
      },
    },
  ],
};
