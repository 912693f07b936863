import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * EC2 User Guide, "Block public access to your AMIs"; EBS User Guide, "Block public access for Amazon EBS snapshots".
 */
export const keepImagesPrivate: Guardrail = {
  name: "keep-images-private",
  group: "compute",
  kind: "scp",
  intent: "The block of public images and snapshots stays on.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "KeepImagesPrivate",
      Effect: "Deny",
      Action: ["ec2:DisableImageBlockPublicAccess", "ec2:DisableSnapshotBlockPublicAccess"],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "images-stay-private",
      sentence: "Nobody but the exempt roles can turn the block of public images off.",
      denied: { actions: ["ec2:DisableImageBlockPublicAccess"], unless: [byExempt(context)] },
    },
    {
      id: "snapshots-stay-private",
      sentence: "Nobody but the exempt roles can turn the block of public snapshots off.",
      denied: { actions: ["ec2:DisableSnapshotBlockPublicAccess"], unless: [byExempt(context)] },
    },
  ],
};
