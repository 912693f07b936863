import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logKeyAlias } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { policyDocument } from "../../stack/policy-document";
import { logKeyStatements } from "./key-policy";

/** The one key that encrypts every log of the organisation; rotated every year, gone at the earliest after 30 days. */
export function addLogKey(stack: TerraformStack, zone: LandingZone): KmsKey {
  const key = resource(stack, KmsKey, "logs", {
    description: "Logs of the organisation",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policyDocument(logKeyStatements(zone)),
  });
  resource(stack, KmsAlias, "logs", { name: logKeyAlias(zone), targetKeyId: key.keyId });
  return key;
}
