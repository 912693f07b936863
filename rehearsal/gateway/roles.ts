import type { EmulatedAws } from "./emulated-aws";
import { queryCall } from "./internal-call";

export interface Role {
  readonly arn: string;
  readonly roleId: string;
  /** JSON text of the trust policy. */
  readonly trustPolicy: string;
}

/** Looks a role up where IAM is kept; `undefined` when the account or the role does not exist. */
export type FindRole = (account: string, roleName: string) => Promise<Role | undefined>;

export function findRoleIn(emulated: EmulatedAws): FindRole {
  return async (account, roleName) => {
    const answer = await emulated("moto", queryCall("iam", account, getRole(roleName)));
    const text = answer.body.toString();
    if (answer.status !== 200) return undefined;
    return {
      arn: element(text, "Arn"),
      roleId: element(text, "RoleId"),
      trustPolicy: decodeURIComponent(element(text, "AssumeRolePolicyDocument")),
    };
  };
}

function getRole(roleName: string): { Action: string; Version: string; RoleName: string } {
  return { Action: "GetRole", Version: "2010-05-08", RoleName: roleName };
}

function element(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.trim() ?? "";
}
