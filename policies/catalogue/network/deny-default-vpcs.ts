import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** VPC User Guide, "Default VPCs": create a default VPC. */
export const denyDefaultVpcs: Guardrail = {
  name: "deny-default-vpcs",
  group: "network",
  kind: "scp",
  intent: "No account gets its default VPC back, with a public subnet in every zone.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyDefaultVpcs",
      Effect: "Deny",
      Action: ["ec2:CreateDefaultSubnet", "ec2:CreateDefaultVpc"],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-default-vpc",
      sentence: `${nobody(context)} can make a default VPC.`,
      denied: { actions: ["ec2:CreateDefaultVpc"], unless: byDeclared(context) },
    },
    {
      id: "no-default-subnet",
      sentence: `${nobody(context)} can make a default subnet.`,
      denied: { actions: ["ec2:CreateDefaultSubnet"], unless: byDeclared(context) },
    },
  ],
};
