import {
  type Account,
  ListPoliciesForTargetCommand,
  OrganizationsClient,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
  paginateListRoots,
} from "@aws-sdk/client-organizations";
import { policyName } from "../../declaration/names";
import { unitKey } from "../../declaration/unit-keys";
import { check, type Check, clientSettings, differences, type RehearsedAws } from "./check";

interface Placement {
  /** Paths of organizational units. */
  readonly units: string[];
  /** `account@path`. */
  readonly accounts: string[];
  /** `policy@path`. */
  readonly policies: string[];
}

/** Walks the organisation through its API and compares it with the declaration. */
export function checkOrganization(aws: RehearsedAws): Promise<Check> {
  const { zone } = aws;
  const proved =
    `${zone.accounts.length} accounts in ${zone.organizationalUnits.length} organizational units, ` +
    `${zone.guardrails.length} guardrails attached, as declared`;
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
        zone.guardrails.flatMap((guardrail) =>
          guardrail.attachTo.map((path) => `${policyName(zone, guardrail.name)}@${path}`),
        ),
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
  for await (const page of paginateListAccountsForParent({ client }, { ParentId: id })) {
    found.accounts.push(...(page.Accounts ?? []).map((account) => `${nameOf(account)}@${path}`));
  }
  const attached = await client.send(
    new ListPoliciesForTargetCommand({ TargetId: id, Filter: "SERVICE_CONTROL_POLICY" }),
  );
  found.policies.push(
    ...(attached.Policies ?? []).filter((policy) => !policy.AwsManaged).map((policy) => `${policy.Name}@${path}`),
  );
  for await (const page of paginateListOrganizationalUnitsForParent({ client }, { ParentId: id })) {
    for (const unit of page.OrganizationalUnits ?? []) {
      const key = unitKey(unit.Name ?? "", path);
      const unitPath = path === "root" ? key : `${path}/${key}`;
      found.units.push(unitPath);
      await walk(client, unit.Id ?? "", unitPath, found, nameOf);
    }
  }
}
