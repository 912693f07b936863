import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { addAccountAnalyzer } from "./account-analyzer";
import { addBackupPlan } from "./backup";
import { addConfigRecorder } from "./config-recorder";
import { addPasswordPolicy } from "./password-policy";
import { refusePublicAccess } from "./public-access";
import { addComputeDefaults } from "./compute-defaults";
import { requestQuotas } from "./quotas";

/**
 * What every account has in its home region, whatever it is for. Needs the ids of the log archive account and of
 * `kms-key/logs`.
 */
export function addBaseline(stack: TerraformStack, zone: LandingZone): void {
  refusePublicAccess(stack);
  addComputeDefaults(stack);
  addPasswordPolicy(stack);
  addConfigRecorder(stack, zone);
  addAccountAnalyzer(stack, zone);
  requestQuotas(stack, zone);
  addBackupPlan(stack, zone);
}
