import { byDeclared, nobody, unlessDeclared } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * EBS User Guide, "Amazon EBS volume types"; Service Authorization Reference, Amazon EC2: ec2:VolumeSize in GiB,
 * ec2:VolumeType.
 */
export const smallVolumesOnly: Guardrail = {
  name: "small-volumes-only",
  group: "sandbox",
  kind: "scp",
  intent: "Volumes to try things out are of 500 GiB at most, and of no provisioned speed.",
  suggested: "sandbox",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyLargeVolumes",
      Effect: "Deny",
      Action: ["ec2:CreateVolume", "ec2:ModifyVolume", "ec2:RunInstances"],
      Resource: `arn:${context.zone.partition}:ec2:*:*:volume/*`,
      Condition: { NumericGreaterThan: { "ec2:VolumeSize": "500" }, ...unlessDeclared(context) },
    },
    {
      Sid: "DenyFastVolumes",
      Effect: "Deny",
      Action: ["ec2:CreateVolume", "ec2:ModifyVolume", "ec2:RunInstances"],
      Resource: `arn:${context.zone.partition}:ec2:*:*:volume/*`,
      Condition: { StringLike: { "ec2:VolumeType": "io*" }, ...unlessDeclared(context) },
    },
  ],
  claims: (context) => [
    {
      id: "no-large-volumes",
      sentence: `${nobody(context)} can make a volume of more than 500 GiB.`,
      denied: {
        actions: ["ec2:RunInstances", "ec2:CreateVolume", "ec2:ModifyVolume"],
        resources: [`arn:${context.zone.partition}:ec2:*:*:volume/*`],
        when: { NumericGreaterThan: { "ec2:VolumeSize": "500" } },
        unless: byDeclared(context),
      },
    },
    {
      id: "no-fast-volumes",
      sentence: `${nobody(context)} can make a volume of provisioned IOPS.`,
      denied: {
        actions: ["ec2:RunInstances", "ec2:CreateVolume", "ec2:ModifyVolume"],
        resources: [`arn:${context.zone.partition}:ec2:*:*:volume/*`],
        when: { StringLike: { "ec2:VolumeType": "io*" } },
        unless: byDeclared(context),
      },
    },
  ],
};
