import type { LandingZone } from "../declaration/model";
import { planRole, roleArn } from "../declaration/names";
import type { StackSpec } from "../declaration/stacks";
import type { Environment } from "./child-environment";
import { type CredentialsFor, managementRole, sessionOf } from "./credentials";
import { whoAmI } from "../live/sts";

/**
 * Credentials that read and cannot write: `landfall-plan` in the management account, and from there, for a service's stack, the role
 * of that name in its account. Platform stacks go on from management by their provider's configuration. One session serves all
 * stacks of an account: a session for each of a thousand would be throttled.
 * @param environment variables of the process: what the SDK finds credentials by
 */
export function readOnlyCredentials(environment: NodeJS.ProcessEnv): CredentialsFor {
  const sessions = new Map<string, Promise<Environment>>();
  return (spec, zone) => {
    const account = spec.identity === "service" ? spec.account.name : zone.foundation.management.name;
    const session = sessions.get(account) ?? readOnlySession(environment, zone, account);
    sessions.set(account, session);
    return session;
  };
}

async function readOnlySession(
  environment: NodeJS.ProcessEnv,
  zone: LandingZone,
  account: string,
): Promise<Environment> {
  const caller = { region: zone.regions.home, environment };
  const { account: callerAccount, arn } = await whoAmI(caller);
  const inManagement = managementRole(zone, planRole, callerAccount);
  const isManagement = account === zone.foundation.management.name;
  const roles = isManagement ? [inManagement] : [inManagement, roleArn(zone, account, planRole)];
  return sessionOf(caller, arn, roles, planRole);
}

/**
 * A Terraform override file that has a platform stack's provider assume the role that reads, in place of the one that deploys; undefined
 * for stacks whose provider assumes none (Terraform docs, "Override Files").
 */
export function readOnlyOverride(zone: LandingZone, spec: StackSpec): object | undefined {
  if (spec.identity !== "platform") return undefined;
  const role = { role_arn: roleArn(zone, spec.account.name, planRole), session_name: spec.id };
  return { provider: { aws: [{ assume_role: [role] }] } };
}
