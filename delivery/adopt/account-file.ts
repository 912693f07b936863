import type { AccountInput } from "../../declaration/edit/account-text";
import type { FoundationRole } from "../../declaration/model";
import { rootPath } from "../../declaration/organizational-units";
import type { AdoptedAccount } from "./adopted-accounts";
import type { NewAccount } from "./new-accounts";

/** Nobody has said yet who answers for an adopted account. */
const owner = "unassigned";

/** File of an account that exists: only what AWS tells, so that nothing of it changes. */
export function accountFile(account: AdoptedAccount, roles: readonly FoundationRole[]): AccountInput {
  const { live, name, isManagement, isClosed } = account;
  const [role, ...more] = isManagement ? ["management" as const, ...roles] : roles;
  return {
    name,
    ...(live.name === name ? {} : { displayName: live.name }),
    ...(isClosed ? { status: "closed" as const } : {}),
    ...(role === undefined ? {} : { role: more.length === 0 ? role : [role, ...more] }),
    email: live.email,
    organizationalUnit: isManagement ? rootPath : live.unitPath,
    owner,
  };
}

export function newAccountFile({ name, role, organizationalUnit, email }: NewAccount): AccountInput {
  return { name, role, ...(email === undefined ? {} : { email }), organizationalUnit, owner };
}
