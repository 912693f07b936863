import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { addAccountAnalyzer } from "./account-analyzer";
import { addBackupPlan, addRegionalBackupPlan } from "./backup";
import { addConfigRecorder, addRegionalConfigRecorder } from "./config-recorder";
import { addPasswordPolicy } from "./password-policy";
import { refusePublicBuckets, refusePublicImages } from "./public-access";
import { addComputeDefaults } from "./compute-defaults";
import { requestQuotas, requestRegionalQuotas } from "./quotas";

/**
 * What every account has in its home region, whatever it is for. Needs the ids of the log archive account and of
 * `kms-key/logs`.
 */
export function addBaseline(stack: TerraformStack, zone: LandingZone): void {
  refusePublicBuckets(stack);
  refusePublicImages(stack);
  addComputeDefaults(stack);
  addPasswordPolicy(stack);
  addConfigRecorder(stack, zone);
  addAccountAnalyzer(stack, zone);
  requestQuotas(stack, zone);
  addBackupPlan(stack, zone);
}

/**
 * What AWS keeps by region, in a governed region beyond the home region; docs/logging-and-detection.md has the table. Buckets' public
 * access, the password policy and every role are the account's, and `addBaseline` makes them.
 *
 * @param account name of the account, whose roles are named
 */
export function addRegionalBaseline(stack: TerraformStack, zone: LandingZone, account: string): void {
  refusePublicImages(stack);
  addComputeDefaults(stack);
  addRegionalConfigRecorder(stack, zone, account);
  addAccountAnalyzer(stack, zone);
  requestRegionalQuotas(stack, zone);
  addRegionalBackupPlan(stack, zone, account);
}
