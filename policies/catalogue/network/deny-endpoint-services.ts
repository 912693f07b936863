import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** AWS PrivateLink Guide, "Share your services through AWS PrivateLink". */
export const denyEndpointServices: Guardrail = {
  name: "deny-endpoint-services",
  group: "network",
  kind: "scp",
  intent: "No account opens a private door into its network for other accounts.",
  suggested: "workloads",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "DenyEndpointServices",
      Effect: "Deny",
      Action: [
        "ec2:AcceptVpcEndpointConnections",
        "ec2:CreateVpcEndpointServiceConfiguration",
        "ec2:ModifyVpcEndpointServiceConfiguration",
        "ec2:ModifyVpcEndpointServicePermissions",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-endpoint-service",
      sentence:
        "Nobody but the exempt roles can offer a service through PrivateLink, say who may use it, or let a user in.",
      denied: {
        actions: [
          "ec2:CreateVpcEndpointServiceConfiguration",
          "ec2:ModifyVpcEndpointServiceConfiguration",
          "ec2:ModifyVpcEndpointServicePermissions",
          "ec2:AcceptVpcEndpointConnections",
        ],
        unless: [byExempt(context)],
      },
    },
  ],
};
