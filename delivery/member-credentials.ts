import type { LandingZone } from "../declaration/model";
import { accountCreationRole, roleArn } from "../declaration/names";
import type { StackSpec } from "../declaration/stacks";
import type { Environment } from "./child-environment";
import type { CredentialsFor } from "./credentials";
import { assumeRole } from "../live/sts";

/**
 * Credentials of `landfall-platform` in a member account, from those of the role of that name in the management account: what the
 * provider of a platform stack assumes.
 * @param spec a stack of the account that `landfall-platform` deploys
 * @param environment endpoint and proxy
 */
export async function memberCredentials(
  credentialsFor: CredentialsFor,
  zone: LandingZone,
  spec: StackSpec,
  environment: NodeJS.ProcessEnv,
): Promise<Environment> {
  const management = { ...environment, ...(await credentialsFor(spec, zone)) };
  const caller = { region: zone.regions.home, environment: management };
  return assumeRole(caller, roleArn(zone, spec.account.name, accountCreationRole), spec.id);
}
