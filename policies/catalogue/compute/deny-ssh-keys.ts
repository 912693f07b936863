import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * EC2 User Guide, "Amazon EC2 key pairs and Amazon EC2 instances"; "Connect using EC2 Instance Connect"; Systems
 * Manager User Guide, "Session Manager".
 */
export const denySshKeys: Guardrail = {
  name: "deny-ssh-keys",
  group: "compute",
  kind: "scp",
  intent: "People reach instances through Session Manager, which logs them, and hold no keys.",
  suggested: "workloads",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenySshKeys",
      Effect: "Deny",
      Action: [
        "ec2-instance-connect:OpenTunnel",
        "ec2-instance-connect:SendSSHPublicKey",
        "ec2:CreateInstanceConnectEndpoint",
        "ec2:CreateKeyPair",
        "ec2:ImportKeyPair",
      ],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-key-pairs",
      sentence: `${nobody(context)} can make or import a key pair.`,
      denied: { actions: ["ec2:CreateKeyPair", "ec2:ImportKeyPair"], unless: byDeclared(context) },
    },
    {
      id: "no-instance-connect",
      sentence: `${nobody(context)} can push a key to an instance or open a tunnel to it.`,
      denied: {
        actions: [
          "ec2-instance-connect:SendSSHPublicKey",
          "ec2-instance-connect:OpenTunnel",
          "ec2:CreateInstanceConnectEndpoint",
        ],
        unless: byDeclared(context),
      },
    },
  ],
};
