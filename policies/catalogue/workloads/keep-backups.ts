import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** AWS Backup Developer Guide, "Vault access policies"; DynamoDB and RDS User Guides on deleting backups. */
export const keepBackups: Guardrail = {
  name: "keep-backups",
  group: "workloads",
  kind: "scp",
  intent: "Backups outlive the mistake or the attacker that makes them needed.",
  suggested: "prod",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "KeepBackups",
      Effect: "Deny",
      Action: [
        "backup:DeleteBackupVault*",
        "backup:DeleteRecoveryPoint",
        "backup:DisassociateRecoveryPoint*",
        "backup:PutBackupVaultAccessPolicy",
        "backup:UpdateRecoveryPointLifecycle",
        "dynamodb:DeleteBackup",
        "ec2:DeleteSnapshot",
        "rds:DeleteDB*Snapshot",
        "rds:DeleteDB*AutomatedBackup",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "recovery-points-stay",
      sentence: "Nobody but the exempt roles can delete a recovery point, shorten its life or part with it.",
      denied: {
        actions: [
          "backup:DeleteRecoveryPoint",
          "backup:UpdateRecoveryPointLifecycle",
          "backup:DisassociateRecoveryPoint",
          "backup:DisassociateRecoveryPointFromParent",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "vaults-stay",
      sentence: "Nobody but the exempt roles can delete a vault of backups, or change what protects it.",
      denied: {
        actions: [
          "backup:DeleteBackupVault",
          "backup:DeleteBackupVaultAccessPolicy",
          "backup:DeleteBackupVaultLockConfiguration",
          "backup:DeleteBackupVaultNotifications",
          "backup:DeleteBackupVaultSharingPolicy",
          "backup:PutBackupVaultAccessPolicy",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "copies-of-databases-stay",
      sentence: "Nobody but the exempt roles can delete a backup of a table, or a snapshot of a volume or a database.",
      denied: {
        actions: [
          "dynamodb:DeleteBackup",
          "ec2:DeleteSnapshot",
          "rds:DeleteDBSnapshot",
          "rds:DeleteDBClusterSnapshot",
          "rds:DeleteDBInstanceAutomatedBackup",
          "rds:DeleteDBClusterAutomatedBackup",
        ],
        unless: [byExempt(context)],
      },
    },
  ],
};
