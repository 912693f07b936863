import {
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  type IAMClient,
  NoSuchEntityException,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
} from "@aws-sdk/client-iam";
import type { Step } from "../steps/step";
import type { Caller } from "../../live/sts";
import { withIam } from "./iam";

/** Role that CreateAccount makes where nobody names another (Organizations API Reference, CreateAccount, RoleName). */
export const organizationRole = "OrganizationAccountAccessRole";

/**
 * Removes `OrganizationAccountAccessRole`, which every administrator of the management account may assume, once
 * `landfall-platform` is there.
 * @param caller a session of `landfall-platform` in the account
 */
export function organizationRoleStep(account: string, caller: Caller): Step {
  return {
    id: `organization-role:${account}`,
    title: `remove ${organizationRole} of ${account}`,
    isDone: () => withIam(caller, async (iam) => !(await exists(iam))),
    perform: () => withIam(caller, remove),
  };
}

async function exists(iam: IAMClient): Promise<boolean> {
  try {
    await iam.send(new GetRoleCommand({ RoleName: organizationRole }));
    return true;
  } catch (error) {
    if (error instanceof NoSuchEntityException) return false;
    throw error;
  }
}

/** IAM deletes a role without policies only (IAM API Reference, DeleteRole). */
async function remove(client: IAMClient): Promise<void> {
  const RoleName = organizationRole;
  for await (const { AttachedPolicies = [] } of paginateListAttachedRolePolicies({ client }, { RoleName })) {
    for (const { PolicyArn } of AttachedPolicies)
      await client.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
  }
  for await (const { PolicyNames = [] } of paginateListRolePolicies({ client }, { RoleName })) {
    for (const PolicyName of PolicyNames) await client.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
  }
  await client.send(new DeleteRoleCommand({ RoleName }));
}
