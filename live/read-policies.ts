import {
  DescribePolicyCommand,
  type OrganizationsClient,
  paginateListPolicies,
  paginateListTargetsForPolicy,
  type PolicySummary,
  type PolicyType,
} from "@aws-sdk/client-organizations";
import type { LivePolicy } from "./live-governance";

/**
 * The policies of some types with their documents and where they are attached.
 * @param isWanted by default those that AWS does not manage
 */
export async function readPolicies(
  client: OrganizationsClient,
  types: readonly PolicyType[],
  isWanted: (summary: PolicySummary) => boolean = ({ AwsManaged }) => AwsManaged !== true,
): Promise<readonly LivePolicy[]> {
  const policies: LivePolicy[] = [];
  for (const type of types) {
    for await (const { Policies = [] } of paginateListPolicies({ client }, { Filter: type })) {
      for (const summary of Policies.filter(isWanted)) {
        policies.push(await readPolicy(client, summary));
      }
    }
  }
  return policies;
}

async function readPolicy(client: OrganizationsClient, summary: PolicySummary): Promise<LivePolicy> {
  const {
    Id: id = "",
    Name: name = "",
    Description: description = "",
    Type: type = "",
    AwsManaged: awsManaged = false,
  } = summary;
  const { Policy: policy } = await client.send(new DescribePolicyCommand({ PolicyId: id }));
  const targets: string[] = [];
  for await (const { Targets = [] } of paginateListTargetsForPolicy({ client }, { PolicyId: id })) {
    targets.push(...Targets.flatMap(({ TargetId }) => TargetId ?? []));
  }
  return { id, name, description, type, content: policy?.Content ?? "", targets, awsManaged };
}
