import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Organizations User Guide, "Example SCPs for Amazon VPC": no VPC without internet access gets it. */
export const denyInternetGateways: Guardrail = {
  name: "deny-internet-gateways",
  group: "network",
  kind: "scp",
  intent: "The way to the internet is the network account's egress: no account opens a gateway of its own.",
  suggested: "workloads",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "DenyInternetGateways",
      Effect: "Deny",
      Action: [
        "ec2:AttachInternetGateway",
        "ec2:CreateCarrierGateway",
        "ec2:CreateEgressOnlyInternetGateway",
        "ec2:CreateInternetGateway",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-internet-gateway",
      sentence: "Nobody but the exempt roles can make or attach an internet gateway.",
      denied: { actions: ["ec2:CreateInternetGateway", "ec2:AttachInternetGateway"], unless: [byExempt(context)] },
    },
    {
      id: "no-other-way-out",
      sentence: "Nobody but the exempt roles can make an egress-only or carrier gateway.",
      denied: {
        actions: ["ec2:CreateEgressOnlyInternetGateway", "ec2:CreateCarrierGateway"],
        unless: [byExempt(context)],
      },
    },
  ],
};
