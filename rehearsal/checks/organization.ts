import {
  type Account,
  ListPoliciesForTargetCommand,
  OrganizationsClient,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
  paginateListRoots,
} from "@aws-sdk/client-organizations";
import type { LandingZone } from "../../declaration/model";
import { guardrailPolicyTypes } from "../../declaration/policy-quotas";
import { unitKey } from "../../declaration/unit-keys";
import { attachedPolicies } from "../../policies/attached";
import { check, type Check, clientSettings, differences, type RehearsedAws } from "./check";

interface Placement {
  /** Paths of organizational units. */
  readonly units: string[];
  /** `account@path`. */
  readonly accounts: string[];
  /** `policy@path`, or `policy@account` where it is attached to an account. */
  readonly policies: string[];
}

/** Walks the organisation through its API and compares it with the declaration. */
export function checkOrganization(aws: RehearsedAws): Promise<Check> {
  const { zone } = aws;
  const policies = attachedPolicies(zone);
  const proved =
    `${zone.accounts.length} accounts in ${zone.organizationalUnits.length} organizational units, ` +
    `${zone.guardrails.length} guardrails attached in ${policies.length} policies, as declared`;
  return check("organization tree as declared", proved, async () => {
    const client = new OrganizationsClient(clientSettings(aws, aws.operator));
    // The management account's name is what its owner gave it before there was an organisation.
    const { management } = zone.foundation;
    const managementId = zone.ids.get(`account/${management.name}`);
    const nameOf = ({ Id, Name = "" }: Account): string => (Id === managementId ? management.displayName : Name);
    const found: Placement = { units: [], accounts: [], policies: [] };
    for await (const page of paginateListRoots({ client }, {})) {
      for (const root of page.Roots ?? []) await walk(client, root.Id ?? "", "root", found, nameOf);
    }
    return [
      ...differences(
        "organizational unit",
        zone.organizationalUnits.map((unit) => unit.path),
        found.units,
      ),
      ...differences(
        "account",
        zone.accounts.map((account) => `${account.displayName}@${account.organizationalUnit}`),
        found.accounts,
      ),
      ...differences(
        "guardrail",
        policies.flatMap(({ name, units, accounts }) => [
          ...units.map((path) => `${name}@${path}`),
          ...accounts.map((account) => `${name}@the account ${displayNameOf(zone, account)}`),
        ]),
        found.policies,
      ),
    ];
  });
}

async function walk(
  client: OrganizationsClient,
  id: string,
  path: string,
  found: Placement,
  nameOf: (account: Account) => string,
): Promise<void> {
  found.policies.push(...(await policiesOn(client, id, path)));
  for await (const page of paginateListAccountsForParent({ client }, { ParentId: id })) {
    for (const account of page.Accounts ?? []) {
      found.accounts.push(`${nameOf(account)}@${path}`);
      found.policies.push(...(await policiesOn(client, account.Id ?? "", `the account ${nameOf(account)}`)));
    }
  }
  for await (const page of paginateListOrganizationalUnitsForParent({ client }, { ParentId: id })) {
    for (const unit of page.OrganizationalUnits ?? []) {
      const key = unitKey(unit.Name ?? "", path);
      const unitPath = path === "root" ? key : `${path}/${key}`;
      found.units.push(unitPath);
      await walk(client, unit.Id ?? "", unitPath, found, nameOf);
    }
  }
}

/** Policies attached to a target but AWS's own, as `policy@where`. */
async function policiesOn(client: OrganizationsClient, target: string, where: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const type of guardrailPolicyTypes) {
    const attached = await client.send(new ListPoliciesForTargetCommand({ TargetId: target, Filter: type }));
    const own = (attached.Policies ?? []).filter((policy) => !policy.AwsManaged);
    names.push(...own.map((policy) => `${policy.Name}@${where}`));
  }
  return names;
}

function displayNameOf({ accounts }: LandingZone, name: string): string {
  return accounts.find((account) => account.name === name)?.displayName ?? name;
}
