import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * EC2 User Guide, "Share an AMI with specific AWS accounts"; EBS User Guide, "Share an Amazon EBS snapshot"; RDS User
 * Guide, "Sharing a DB snapshot".
 */
export const denyImageSharing: Guardrail = {
  name: "deny-image-sharing",
  group: "compute",
  kind: "scp",
  intent: "Images and snapshots are not handed to other accounts.",
  suggested: "workloads",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyImageSharing",
      Effect: "Deny",
      Action: [
        "ec2:ModifyFpgaImageAttribute",
        "ec2:ModifyImageAttribute",
        "ec2:ModifySnapshotAttribute",
        "rds:ModifyDB*SnapshotAttribute",
      ],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-image-shared",
      sentence: `${nobody(context)} can share an image of a machine.`,
      denied: { actions: ["ec2:ModifyImageAttribute", "ec2:ModifyFpgaImageAttribute"], unless: byDeclared(context) },
    },
    {
      id: "no-snapshot-shared",
      sentence: `${nobody(context)} can share a snapshot of a volume or a database.`,
      denied: {
        actions: [
          "ec2:ModifySnapshotAttribute",
          "rds:ModifyDBSnapshotAttribute",
          "rds:ModifyDBClusterSnapshotAttribute",
        ],
        unless: byDeclared(context),
      },
    },
  ],
};
