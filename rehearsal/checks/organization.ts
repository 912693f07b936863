import {
  ListPoliciesForTargetCommand,
  OrganizationsClient,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
  paginateListRoots,
} from "@aws-sdk/client-organizations";
import { policyName } from "../../declaration/names";
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
    const found: Placement = { units: [], accounts: [], policies: [] };
    for await (const page of paginateListRoots({ client }, {})) {
      for (const root of page.Roots ?? []) await walk(client, root.Id ?? "", "root", found);
    }
    return [
      ...differences(
        "organizational unit",
        zone.organizationalUnits.map((unit) => unit.path),
        found.units,
      ),
      ...differences(
        "account",
        zone.accounts.map((account) => `${account.name}@${account.organizationalUnit}`),
        // The management account's name is what its owner gave it before there was an organisation.
        found.accounts.map((place) => (place.endsWith("@root") ? `${zone.foundation.management.name}@root` : place)),
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

async function walk(client: OrganizationsClient, id: string, path: string, found: Placement): Promise<void> {
  for await (const page of paginateListAccountsForParent({ client }, { ParentId: id })) {
    found.accounts.push(...(page.Accounts ?? []).map((account) => `${account.Name}@${path}`));
  }
  const attached = await client.send(
    new ListPoliciesForTargetCommand({ TargetId: id, Filter: "SERVICE_CONTROL_POLICY" }),
  );
  found.policies.push(
    ...(attached.Policies ?? []).filter((policy) => !policy.AwsManaged).map((policy) => `${policy.Name}@${path}`),
  );
  for await (const page of paginateListOrganizationalUnitsForParent({ client }, { ParentId: id })) {
    for (const unit of page.OrganizationalUnits ?? []) {
      const unitPath = path === "root" ? `${unit.Name}` : `${path}/${unit.Name}`;
      found.units.push(unitPath);
      await walk(client, unit.Id ?? "", unitPath, found);
    }
  }
}
