import { CloudFormationClient, paginateListStackSets } from "@aws-sdk/client-cloudformation";
import {
  DescribeOrganizationCommand,
  type OrganizationsClient,
  paginateListAWSServiceAccessForOrganization,
  paginateListDelegatedAdministrators,
  paginateListDelegatedServicesForAccount,
  paginateListTagsForResource,
} from "@aws-sdk/client-organizations";
import { clientSettings } from "./aws-client";
import type { Caller } from "./sts";
import { enabledTypes } from "./enabled-types";
import type { LiveDelegation, LiveGovernance } from "./live-governance";
import type { LiveOrganization } from "./live-tree";
import { organizationsClient } from "./organizations-client";
import { readPolicies } from "./read-policies";
import { readableError } from "./readable-error";

/**
 * Reads what governs an organisation: policies, trusted services, delegated administrators, StackSets, tags. One call for each policy,
 * unit and account, so that a large organisation takes minutes.
 * @param caller of the management account; its region is asked for StackSets
 * @throws UserError when any of it may not be read
 */
export async function readGovernance(caller: Caller, organization: LiveOrganization): Promise<LiveGovernance> {
  const client = organizationsClient(caller);
  try {
    const { Organization: described } = await client.send(new DescribeOrganizationCommand({}));
    const policyTypes = await enabledTypes(client);
    const policies = await readPolicies(client, policyTypes);
    const tagged = [...organization.units, ...organization.accounts, ...policies].map(({ id }) => id);
    return {
      featureSet: described?.FeatureSet ?? "",
      policyTypes,
      policies,
      trustedServices: await trustedServices(client),
      delegations: await delegations(client),
      stackSets: await stackSets(caller),
      tagKeys: await tagKeys(client, tagged),
    };
  } catch (error) {
    throw readableError(error);
  } finally {
    client.destroy();
  }
}

async function trustedServices(client: OrganizationsClient): Promise<readonly string[]> {
  const services: string[] = [];
  for await (const { EnabledServicePrincipals = [] } of paginateListAWSServiceAccessForOrganization({ client }, {})) {
    services.push(...EnabledServicePrincipals.flatMap(({ ServicePrincipal }) => ServicePrincipal ?? []));
  }
  return services.sort();
}

async function delegations(client: OrganizationsClient): Promise<readonly LiveDelegation[]> {
  const found: LiveDelegation[] = [];
  for await (const { DelegatedAdministrators = [] } of paginateListDelegatedAdministrators({ client }, {})) {
    for (const accountId of DelegatedAdministrators.flatMap(({ Id }) => Id ?? [])) {
      found.push({ accountId, servicePrincipals: await delegatedServices(client, accountId) });
    }
  }
  return found;
}

async function delegatedServices(client: OrganizationsClient, accountId: string): Promise<readonly string[]> {
  const services: string[] = [];
  for await (const page of paginateListDelegatedServicesForAccount({ client }, { AccountId: accountId })) {
    services.push(...(page.DelegatedServices ?? []).flatMap(({ ServicePrincipal }) => ServicePrincipal ?? []));
  }
  return services.sort();
}

/** StackSets belong to a region: Control Tower's are in its home region. */
async function stackSets({ region, environment }: Caller): Promise<readonly string[]> {
  const client = new CloudFormationClient({ ...clientSettings(region, environment), retryMode: "adaptive" });
  const names: string[] = [];
  try {
    for await (const { Summaries = [] } of paginateListStackSets({ client }, { Status: "ACTIVE" })) {
      names.push(...Summaries.flatMap(({ StackSetName }) => StackSetName ?? []));
    }
    return names.sort();
  } finally {
    client.destroy();
  }
}

async function tagKeys(client: OrganizationsClient, resources: readonly string[]): Promise<readonly string[]> {
  const keys = new Set<string>();
  for (const id of resources) {
    for await (const { Tags = [] } of paginateListTagsForResource({ client }, { ResourceId: id })) {
      for (const { Key } of Tags) if (Key) keys.add(Key);
    }
  }
  return [...keys].sort();
}
