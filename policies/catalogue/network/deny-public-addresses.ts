import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * EC2 User Guide, "Example policies to control access to the Amazon EC2 API"; Service Authorization Reference, Amazon
 * EC2: ec2:AssociatePublicIpAddress.
 */
export const denyPublicAddresses: Guardrail = {
  name: "deny-public-addresses",
  group: "network",
  kind: "scp",
  intent: "No machine of a workload has an address on the internet.",
  suggested: "workloads",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "DenyElasticAddresses",
      Effect: "Deny",
      Action: ["ec2:AcceptAddressTransfer", "ec2:AllocateAddress", "ec2:AssociateAddress"],
      Resource: "*",
      Condition: unlessExempt(context),
    },
    {
      Sid: "DenyPublicLaunches",
      Effect: "Deny",
      Action: "ec2:RunInstances",
      Resource: `arn:${context.zone.partition}:ec2:*:*:network-interface/*`,
      Condition: { ...unlessExempt(context), Bool: { "ec2:AssociatePublicIpAddress": "true" } },
    },
  ],
  claims: (context) => [
    {
      id: "no-elastic-addresses",
      sentence: "Nobody but the exempt roles can get an Elastic IP address, or give one to a machine.",
      denied: {
        actions: ["ec2:AllocateAddress", "ec2:AcceptAddressTransfer", "ec2:AssociateAddress"],
        unless: [byExempt(context)],
      },
    },
    {
      id: "no-public-launches",
      sentence: "Nobody but the exempt roles can launch an instance with a public address.",
      denied: {
        actions: ["ec2:RunInstances"],
        resources: [`arn:${context.zone.partition}:ec2:*:*:network-interface/*`],
        when: { Bool: { "ec2:AssociatePublicIpAddress": "true" } },
        unless: [byExempt(context)],
      },
    },
  ],
};
