import { byDeclared, nobody, unlessDeclared } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** EC2 Instance Types Guide, "Accelerated computing instances". */
export const denyAcceleratedInstances: Guardrail = {
  name: "deny-accelerated-instances",
  group: "compute",
  kind: "scp",
  intent: "No machine with graphics cards, machine learning chips or FPGAs is started.",
  suggested: "workloads",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyAcceleratedInstances",
      Effect: "Deny",
      Action: "ec2:RunInstances",
      Resource: `arn:${context.zone.partition}:ec2:*:*:instance/*`,
      Condition: {
        StringLike: { "ec2:InstanceType": ["dl*", "f*", "g*", "inf*", "p*", "trn*", "vt*"] },
        ...unlessDeclared(context),
      },
    },
    {
      Sid: "DenyBecomingAccelerated",
      Effect: "Deny",
      Action: "ec2:ModifyInstanceAttribute",
      Resource: "*",
      Condition: {
        StringLike: { "ec2:Attribute/InstanceType": ["dl*", "f*", "g*", "inf*", "p*", "trn*", "vt*"] },
        ...unlessDeclared(context),
      },
    },
  ],
  claims: (context) => [
    {
      id: "no-accelerated-launch",
      sentence: `${nobody(context)} can launch an accelerated instance.`,
      denied: {
        actions: ["ec2:RunInstances"],
        resources: [`arn:${context.zone.partition}:ec2:*:*:instance/*`],
        when: { StringLike: { "ec2:InstanceType": ["p*", "g*", "inf*", "trn*", "dl*", "vt*", "f*"] } },
        unless: byDeclared(context),
      },
    },
    {
      id: "no-accelerated-change",
      sentence: `${nobody(context)} can make an instance an accelerated one.`,
      denied: {
        actions: ["ec2:ModifyInstanceAttribute"],
        when: { StringLike: { "ec2:Attribute/InstanceType": ["p*", "g*", "inf*", "trn*", "dl*", "vt*", "f*"] } },
        unless: byDeclared(context),
      },
    },
  ],
};
