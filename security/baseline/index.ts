import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { addConfigRecorder } from "./config-recorder";
import { addPasswordPolicy } from "./password-policy";
import { refusePublicAccess } from "./public-access";
import { addComputeDefaults } from "./compute-defaults";

/**
 * What every account has in its home region, whatever it is for. Needs the ids of the log archive account and of
 * `kms-key/logs`.
 */
export function addBaseline(stack: TerraformStack, zone: LandingZone): void {
  refusePublicAccess(stack);
  addComputeDefaults(stack);
  addPasswordPolicy(stack);
  addConfigRecorder(stack, zone);
}
