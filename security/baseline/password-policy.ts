import { IamAccountPasswordPolicy } from "@cdktf/provider-aws/lib/iam-account-password-policy";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";

/** People sign in through IAM Identity Center; this binds the IAM user someone makes all the same (CIS AWS 1.8, 1.9). */
export function addPasswordPolicy(stack: TerraformStack): void {
  resource(stack, IamAccountPasswordPolicy, "baseline", {
    minimumPasswordLength: 14,
    passwordReusePrevention: 24,
    requireLowercaseCharacters: true,
    requireUppercaseCharacters: true,
    requireNumbers: true,
    requireSymbols: true,
    allowUsersToChangePassword: true,
  });
}
