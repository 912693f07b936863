import {
  type Account,
  DescribeOrganizationCommand,
  type OrganizationsClient,
  paginateListAccountsForParent,
  paginateListCreateAccountStatus,
  paginateListOrganizationalUnitsForParent,
  paginateListRoots,
} from "@aws-sdk/client-organizations";
import { rootPath } from "../declaration/organizational-units";
import { unitKey } from "../declaration/unit-keys";
import type { Caller } from "./sts";
import { stateOf } from "./account-state";
import type { LiveAccount, LiveCreation, LiveOrganization, LiveUnit } from "./live-tree";
import { organizationsClient } from "./organizations-client";
import { readableError } from "./readable-error";

export type { LiveAccount, LiveCreation, LiveOrganization, LiveUnit } from "./live-tree";

/**
 * Reads the organisation the caller's account manages, page by page.
 * @param caller of the management account, or of a delegated administrator of Organizations
 * @throws UserError when the account is in no organisation, or may not read it
 */
export async function readOrganization(caller: Caller): Promise<LiveOrganization> {
  const client = organizationsClient(caller);
  try {
    const { Organization: organization } = await client.send(new DescribeOrganizationCommand({}));
    const rootId = await rootOf(client);
    const { units, accounts } = await walk(client, { id: rootId, path: rootPath });
    return {
      id: organization?.Id ?? "",
      managementAccountId: organization?.MasterAccountId ?? "",
      rootId,
      units,
      accounts,
      creations: await readCreations(client),
    };
  } catch (error) {
    throw readableError(error);
  } finally {
    client.destroy();
  }
}

async function rootOf(client: OrganizationsClient): Promise<string> {
  for await (const { Roots = [] } of paginateListRoots({ client }, {})) {
    const id = Roots[0]?.Id;
    if (id) return id;
  }
  throw new Error("Organizations answered without a root");
}

interface Node {
  readonly id: string;
  readonly path: string;
}

/** Level by level, one call after the other: in parallel AWS would only throttle them. */
async function walk(
  client: OrganizationsClient,
  root: Node,
): Promise<{ readonly units: readonly LiveUnit[]; readonly accounts: readonly LiveAccount[] }> {
  const units: LiveUnit[] = [];
  const accounts: LiveAccount[] = [];
  let level: readonly Node[] = [root];
  while (level.length > 0) {
    const below: LiveUnit[] = [];
    for (const parent of level) {
      for await (const { Accounts = [] } of paginateListAccountsForParent({ client }, { ParentId: parent.id })) {
        accounts.push(...Accounts.map((account) => liveAccount(account, parent)));
      }
      const pages = paginateListOrganizationalUnitsForParent({ client }, { ParentId: parent.id });
      for await (const { OrganizationalUnits = [] } of pages) {
        below.push(...OrganizationalUnits.map(({ Id = "", Name = "" }) => liveUnit(Id, Name, parent, root)));
      }
    }
    units.push(...below);
    level = below;
  }
  return { units, accounts };
}

function liveUnit(id: string, name: string, parent: Node, root: Node): LiveUnit {
  const key = unitKey(name, parent.path);
  return { id, name, parentId: parent.id, path: parent === root ? key : `${parent.path}/${key}` };
}

function liveAccount(account: Account, parent: Node): LiveAccount {
  return {
    id: account.Id ?? "",
    name: account.Name ?? "",
    email: account.Email ?? "",
    status: stateOf(account),
    parentId: parent.id,
    unitPath: parent.path,
  };
}

async function readCreations(client: OrganizationsClient): Promise<readonly LiveCreation[]> {
  const creations: LiveCreation[] = [];
  for await (const { CreateAccountStatuses = [] } of paginateListCreateAccountStatus({ client }, {})) {
    creations.push(
      ...CreateAccountStatuses.map((status) => ({
        id: status.Id ?? "",
        accountName: status.AccountName ?? "",
        state: status.State ?? "",
        accountId: status.AccountId,
        failureReason: status.FailureReason,
        requestedAt: status.RequestedTimestamp,
      })),
    );
  }
  return creations;
}
