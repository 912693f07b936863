import {
  type Account,
  ListPoliciesForTargetCommand,
  OrganizationsClient,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
  paginateListRoots,
  type PolicyType,
} from "@aws-sdk/client-organizations";
import type { LandingZone } from "../../declaration/model";
import { unitKey } from "../../declaration/unit-keys";
import { policyTypesOf } from "../../declaration/organization-policies";
import { everyAttachedPolicy } from "../../policies/every-attached";
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
  const policies = everyAttachedPolicy(zone);
  const types = policyTypesOf(zone);
  const others = zone.policies.length > 0 ? `, ${zone.policies.length} policies that set things up` : "";
  const proved =
    `${zone.accounts.length} accounts in ${zone.organizationalUnits.length} organizational units, ` +
    `${zone.guardrails.length} guardrails attached in ${policies.length - zone.policies.length} policies${others}, as declared`;
  return check("organization tree as declared", proved, async () => {
    const client = new OrganizationsClient(clientSettings(aws, aws.operator));
    // The management account's name is what its owner gave it before there was an organisation.
    const { management } = zone.foundation;
    const managementId = zone.ids.get(`account/${management.name}`);
    const nameOf = ({ Id, Name = "" }: Account): string => (Id === managementId ? management.displayName : Name);
    const found: Placement = { units: [], accounts: [], policies: [] };
    for await (const page of paginateListRoots({ client }, {})) {
      for (const root of page.Roots ?? []) await walk({ client, types, nameOf, found }, root.Id ?? "", "root");
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
        "policy",
        policies.flatMap(({ name, units, accounts }) => [
          ...units.map((path) => `${name}@${path}`),
          ...accounts.map((account) => `${name}@the account ${displayNameOf(zone, account)}`),
        ]),
        found.policies,
      ),
    ];
  });
}

interface Walk {
  readonly client: OrganizationsClient;
  /** Policy types that are enabled. */
  readonly types: readonly string[];
  readonly nameOf: (account: Account) => string;
  readonly found: Placement;
}

async function walk(at: Walk, id: string, path: string): Promise<void> {
  const { client, nameOf, found } = at;
  found.policies.push(...(await policiesOn(at, id, path)));
  for await (const page of paginateListAccountsForParent({ client }, { ParentId: id })) {
    for (const account of page.Accounts ?? []) {
      found.accounts.push(`${nameOf(account)}@${path}`);
      found.policies.push(...(await policiesOn(at, account.Id ?? "", `the account ${nameOf(account)}`)));
    }
  }
  for await (const page of paginateListOrganizationalUnitsForParent({ client }, { ParentId: id })) {
    for (const unit of page.OrganizationalUnits ?? []) {
      const key = unitKey(unit.Name ?? "", path);
      const unitPath = path === "root" ? key : `${path}/${key}`;
      found.units.push(unitPath);
      await walk(at, unit.Id ?? "", unitPath);
    }
  }
}

/** Policies attached to a target but AWS's own, as `policy@where`. */
async function policiesOn({ client, types }: Walk, target: string, where: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const type of types) {
    const Filter = type as PolicyType;
    const attached = await client.send(new ListPoliciesForTargetCommand({ TargetId: target, Filter }));
    const own = (attached.Policies ?? []).filter((policy) => !policy.AwsManaged);
    names.push(...own.map((policy) => `${policy.Name}@${where}`));
  }
  return names;
}

function displayNameOf({ accounts }: LandingZone, name: string): string {
  return accounts.find((account) => account.name === name)?.displayName ?? name;
}
