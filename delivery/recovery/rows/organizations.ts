import {
  AWSOrganizationsNotInUseException,
  DescribeOrganizationCommand,
  OrganizationsClient,
  paginateListAccounts,
  paginateListCreateAccountStatus,
  paginateListOrganizationalUnitsForParent,
  paginateListPolicies,
  type PolicyType,
} from "@aws-sdk/client-organizations";
import { named, repeatable, type Rows } from "../row";
import { all, present, type Search, settled } from "../search";

export const organizationsRows: Rows = {
  aws_organizations_organization: { is: "searched", find: (_planned, search) => organization(search) },
  aws_organizations_account: {
    is: "searched",
    find: async (planned, search) => {
      const email = planned.text("email")?.toLowerCase();
      if (email === undefined) return undefined;
      const accounts = await search.once("accounts", () => accountsAtRest(search));
      return present(accounts.filter(({ Email }) => Email?.toLowerCase() === email).map(({ Id }) => Id));
    },
  },
  aws_organizations_organizational_unit: {
    is: "searched",
    find: async (planned, search) => {
      const [ParentId, name] = [planned.text("parent_id"), planned.text("name")];
      if (ParentId === undefined) return undefined;
      const paginator = { client: search.client(OrganizationsClient) };
      const units = await all(
        paginateListOrganizationalUnitsForParent(paginator, { ParentId }),
        ({ OrganizationalUnits }) => OrganizationalUnits,
      );
      return present(units.filter(({ Name }) => Name === name).map(({ Id }) => Id));
    },
  },
  aws_organizations_policy: {
    is: "searched",
    find: async (planned, search) => {
      const Filter = planned.text("type") as PolicyType;
      const paginator = { client: search.client(OrganizationsClient) };
      const policies = await search.once(`policies ${Filter}`, () =>
        all(paginateListPolicies(paginator, { Filter }), ({ Policies }) => Policies),
      );
      return present(policies.filter(({ Name }) => Name === planned.text("name")).map(({ Id }) => Id));
    },
  },
  aws_organizations_policy_attachment: named(["target_id", "policy_id"], ":"),
  aws_organizations_delegated_administrator: named(["account_id", "service_principal"], "/"),
  aws_iam_organizations_features: repeatable("what is enabled already may be enabled again"),
  aws_account_alternate_contact: repeatable("PutAlternateContact writes over the one that is there"),
  aws_ram_sharing_with_organization: repeatable("EnableSharingWithAwsOrganization may be called again"),
};

async function organization(search: Search): Promise<readonly string[]> {
  try {
    const { Organization } = await search.client(OrganizationsClient).send(new DescribeOrganizationCommand({}));
    return present([Organization?.Id]);
  } catch (error) {
    if (error instanceof AWSOrganizationsNotInUseException) return [];
    throw error;
  }
}

/** CreateAccount goes on without whoever called it: the account is listed once its creation has ended. */
async function accountsAtRest(search: Search) {
  const paginator = { client: search.client(OrganizationsClient) };
  await settled(
    () =>
      all(
        paginateListCreateAccountStatus(paginator, { States: ["IN_PROGRESS"] }),
        ({ CreateAccountStatuses }) => CreateAccountStatuses,
      ),
    ({ State }) => State === "IN_PROGRESS",
  );
  return all(paginateListAccounts(paginator, {}), ({ Accounts }) => Accounts);
}
