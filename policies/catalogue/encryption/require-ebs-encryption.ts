import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** EC2 User Guide, "Amazon EBS encryption"; Service Authorization Reference, Amazon EC2: ec2:Encrypted. */
export const requireEbsEncryption: Guardrail = {
  name: "require-ebs-encryption",
  group: "encryption",
  kind: "scp",
  intent: "Every volume is encrypted, and encryption by default stays on.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "DenyPlainVolumes",
      Effect: "Deny",
      Action: ["ec2:CreateVolume", "ec2:RunInstances"],
      Resource: `arn:${context.zone.partition}:ec2:*:*:volume/*`,
      Condition: { Bool: { "ec2:Encrypted": "false" } },
    },
    {
      Sid: "KeepEncryptionByDefault",
      Effect: "Deny",
      Action: "ec2:DisableEbsEncryptionByDefault",
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-plain-volumes",
      sentence: "Nobody can make a volume that is not encrypted.",
      denied: {
        actions: ["ec2:RunInstances", "ec2:CreateVolume"],
        resources: [`arn:${context.zone.partition}:ec2:*:*:volume/*`],
        when: { Bool: { "ec2:Encrypted": "false" } },
      },
    },
    {
      id: "encryption-by-default-stays",
      sentence: "Nobody but the exempt roles can turn encryption by default off.",
      denied: { actions: ["ec2:DisableEbsEncryptionByDefault"], unless: [byExempt(context)] },
    },
  ],
};
