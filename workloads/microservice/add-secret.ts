import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { SecretDefinition } from "../service-definition";
import { secretName } from "./names";

/**
 * `aws_secretsmanager_secret.<name>`: the place of a secret, encrypted with the account's AWS managed key. Its value is set by hand, so that it
 * is in no state, plan or repository; until then what reads it fails, and is tried again.
 */
export function addSecret(
  stack: TerraformStack,
  service: string,
  secret: string,
  { description }: SecretDefinition,
): SecretsmanagerSecret {
  return resource(stack, SecretsmanagerSecret, secret, { name: secretName(service, secret), description });
}
