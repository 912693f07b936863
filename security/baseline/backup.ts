import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan";
import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection";
import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { roleArn } from "../../declaration/names";
import { policyDocument } from "../../stack/policy-document";
import { resource } from "../../stack/resource";

const name = "landfall-backup";

/** AWS Backup Developer Guide, "Managed policies for AWS Backup". */
const managedPolicies = {
  backup: "service-role/AWSBackupServiceRolePolicyForBackup",
  restores: "service-role/AWSBackupServiceRolePolicyForRestores",
};

/** Whatever has the declared tag is backed up into a vault of the account: AWS Backup Developer Guide, "Assigning resources to a backup plan". */
export function addBackupPlan(stack: TerraformStack, zone: LandingZone): void {
  addPlan(stack, zone, () => addBackupRole(stack, zone).arn);
}

/** The same in one more region, whose vault it goes to, with the role that the account's own stack made. */
export function addRegionalBackupPlan(stack: TerraformStack, zone: LandingZone, account: string): void {
  addPlan(stack, zone, () => roleArn(zone, account, name));
}

function addPlan(stack: TerraformStack, zone: LandingZone, backupRole: () => string): void {
  const { backup } = zone.baseline;
  if (!backup) return;
  const vault = resource(stack, BackupVault, "baseline", { name });
  const plan = resource(stack, BackupPlan, "baseline", {
    name,
    rule: [
      {
        ruleName: "baseline",
        targetVaultName: vault.name,
        schedule: backup.schedule,
        lifecycle: {
          deleteAfter: backup.keepDays,
          ...(backup.coldStorageDays === undefined ? {} : { coldStorageAfter: backup.coldStorageDays }),
        },
      },
    ],
  });
  resource(stack, BackupSelection, "baseline", {
    name,
    planId: plan.id,
    iamRoleArn: backupRole(),
    selectionTag: [{ type: "STRINGEQUALS", key: backup.tag.key, value: backup.tag.value }],
  });
}

function addBackupRole(stack: TerraformStack, zone: LandingZone): IamRole {
  const role = resource(stack, IamRole, "backup", {
    name,
    description: "AWS Backup makes and restores backups with it",
    assumeRolePolicy: policyDocument([
      {
        Sid: "BackupAssumes",
        Effect: "Allow",
        Principal: { Service: "backup.amazonaws.com" },
        Action: "sts:AssumeRole",
      },
    ]),
  });
  for (const [each, policy] of Object.entries(managedPolicies))
    resource(stack, IamRolePolicyAttachment, `backup-${each}`, {
      role: role.name,
      policyArn: `arn:${zone.partition}:iam::aws:policy/${policy}`,
    });
  return role;
}
