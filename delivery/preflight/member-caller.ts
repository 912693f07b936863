import { accountCreationRole } from "../../declaration/names";
import { assumeRole, type Caller } from "../../live/sts";
import type { PreflightContext } from "./check";
import type { UndeployedAccount } from "./undeployed";

/**
 * Somebody who may look into an account: the caller in the management account, else the role that deploys there, assumed by the caller.
 * @throws UserError when the role is not there, or does not trust the caller
 */
export async function memberCaller(
  { zone, caller }: PreflightContext,
  { account, id, stack }: UndeployedAccount,
): Promise<Caller> {
  if (account === zone.foundation.management) return caller;
  const role = `arn:${zone.partition}:iam::${id}:role/${accountCreationRole}`;
  return { ...caller, environment: { ...caller.environment, ...(await assumeRole(caller, role, stack.id)) } };
}
