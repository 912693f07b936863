import { OrganizationsAccount } from "@cdktf/provider-aws/lib/organizations-account";
import type { TerraformStack } from "cdktf";
import type { Account, LandingZone } from "../declaration/model";
import { accountCreationRole } from "../declaration/names";
import { resource } from "../stack/resource";
import type { Organization } from "./organization";
import type { Targets } from "./organizational-units";

/** Account creations AWS lets run at once: Organizations User Guide, "Quotas and service limits", read 2026-11. */
export const concurrentCreations = 5;

/** Name of an account → its id. */
export type AccountIds = (name: string) => string;

/**
 * Every account but the management account, each in its organizational unit.
 *
 * Each waits for the one five places before it, so that no more than AWS allows are being created at once. Adding an
 * account moves these `depends_on` and nothing else.
 */
export function addAccounts(
  stack: TerraformStack,
  zone: LandingZone,
  organization: Organization["organization"],
  targets: Targets,
): AccountIds {
  const management = zone.foundation.management.name;
  const ids = new Map([[management, organization.masterAccountId]]);
  const created: OrganizationsAccount[] = [];
  for (const account of zone.accounts.filter(({ name }) => name !== management)) {
    const added = addAccount(stack, zone, account, targets, created.at(-concurrentCreations));
    created.push(added);
    ids.set(account.name, added.id);
  }
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`the zone has no account ${name}`);
    return id;
  };
}

function addAccount(
  stack: TerraformStack,
  zone: LandingZone,
  account: Account,
  targets: Targets,
  after: OrganizationsAccount | undefined,
): OrganizationsAccount {
  return resource(stack, OrganizationsAccount, account.name, {
    name: account.displayName,
    email: account.email,
    parentId: targets(account.organizationalUnit),
    roleName: accountCreationRole,
    iamUserAccessToBilling: "ALLOW",
    // A file deleted by mistake must not close an account, unless its file said that it may. AWS refuses to remove one that has no payment method of its
    // own, so the apply fails and the account stays; retiring an account is a plan of its own. `prevent_destroy` would
    // add little, and forbid taking down a rehearsed zone.
    closeOnDeletion: account.closeOnRemoval,
    // Resource tags win over the provider's default tags, which name the management account.
    tags: { ...zone.tags, ...account.tags, "landfall:account": account.name, "landfall:owner": account.owner },
    lifecycle: {
      // No API of Organizations returns the last two; they only matter when the account is created. The name is put by one task of
      // the deployment for every account, for the management account is no resource here (delivery/account-tasks/display-name.ts).
      ignoreChanges: ["name", "iam_user_access_to_billing", "role_name"],
    },
    ...(after === undefined ? {} : { dependsOn: [after] }),
  });
}
