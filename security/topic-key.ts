import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { policyDocument, type PolicyStatement } from "../stack/policy-document";
import { resource } from "../stack/resource";
import { accountAdministersKey } from "./account-administers-key";

/** A key for encrypted topics: AWS's own, `aws/sns`, no other service may use (SNS Developer Guide, "Encryption at rest"). */
export function addTopicKey(
  stack: TerraformStack,
  zone: LandingZone,
  settings: {
    readonly address: string;
    readonly alias: string;
    readonly description: string;
    readonly accountId: string;
  },
  encrypts: PolicyStatement,
): KmsKey {
  const { address, alias, description, accountId } = settings;
  const key = resource(stack, KmsKey, address, {
    description,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policyDocument([accountAdministersKey(zone.partition, accountId), encrypts]),
  });
  resource(stack, KmsAlias, address, { name: alias, targetKeyId: key.keyId });
  return key;
}
