import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * Site-to-Site VPN User Guide and Client VPN Administrator Guide, "Identity and access management"; Direct Connect
 * User Guide.
 */
export const denyPrivateLines: Guardrail = {
  name: "deny-private-lines",
  group: "network",
  kind: "scp",
  intent: "No account digs a tunnel of its own: no VPN, no Direct Connect.",
  suggested: "workloads",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "DenyVpn",
      Effect: "Deny",
      Action: [
        "ec2:AssociateClientVpnTargetNetwork",
        "ec2:AttachVpnGateway",
        "ec2:AuthorizeClientVpnIngress",
        "ec2:CreateClientVpn*",
        "ec2:CreateCustomerGateway",
        "ec2:CreateVpn*",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
    {
      Sid: "DenyDirectConnect",
      Effect: "Deny",
      Action: ["directconnect:Accept*", "directconnect:Allocate*", "directconnect:Confirm*", "directconnect:Create*"],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-site-to-site-vpn",
      sentence: "Nobody but the exempt roles can make a VPN to another network.",
      denied: {
        actions: [
          "ec2:CreateVpnConnection",
          "ec2:CreateVpnConnectionRoute",
          "ec2:CreateVpnConcentrator",
          "ec2:CreateVpnGateway",
          "ec2:AttachVpnGateway",
          "ec2:CreateCustomerGateway",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "no-client-vpn",
      sentence: "Nobody but the exempt roles can let people in by a VPN of the account's own.",
      denied: {
        actions: [
          "ec2:CreateClientVpnEndpoint",
          "ec2:CreateClientVpnRoute",
          "ec2:AssociateClientVpnTargetNetwork",
          "ec2:AuthorizeClientVpnIngress",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "no-direct-connect",
      sentence: "Nobody but the exempt roles can make, accept or confirm a Direct Connect line.",
      denied: {
        actions: [
          "directconnect:Create*",
          "directconnect:Accept*",
          "directconnect:Allocate*",
          "directconnect:Confirm*",
        ],
        unless: [byExempt(context)],
      },
    },
  ],
};
