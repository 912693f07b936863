import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** VPC Transit Gateways Guide, "Identity and access management for your transit gateways". */
export const protectTransitGateway: Guardrail = {
  name: "protect-transit-gateway",
  group: "network",
  kind: "scp",
  intent: "Only the platform changes the Transit Gateway, its attachments and its routes.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectTransitGateway",
      Effect: "Deny",
      Action: [
        "ec2:AcceptTransitGateway*",
        "ec2:AssociateTransitGateway*",
        "ec2:CreateTransitGateway*",
        "ec2:DeleteTransitGateway*",
        "ec2:DeregisterTransitGateway*",
        "ec2:DisableTransitGateway*",
        "ec2:DisassociateTransitGateway*",
        "ec2:EnableTransitGateway*",
        "ec2:ModifyTransitGateway*",
        "ec2:RegisterTransitGateway*",
        "ec2:RejectTransitGateway*",
        "ec2:ReplaceTransitGateway*",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "transit-gateway-stays",
      sentence: "Nobody but the exempt roles can do anything to a Transit Gateway but read it.",
      denied: {
        actions: ["ec2:*TransitGateway*"],
        butActions: ["ec2:Describe*", "ec2:Export*", "ec2:Get*", "ec2:Search*"],
        unless: [byExempt(context)],
      },
    },
  ],
};
