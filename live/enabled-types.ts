import { type OrganizationsClient, paginateListRoots, type PolicyType } from "@aws-sdk/client-organizations";

/** Policy types that are enabled on the root, sorted. */
export async function enabledTypes(client: OrganizationsClient): Promise<readonly PolicyType[]> {
  const types: PolicyType[] = [];
  for await (const { Roots = [] } of paginateListRoots({ client }, {})) {
    const enabled = Roots.flatMap(({ PolicyTypes = [] }) => PolicyTypes).filter(({ Status }) => Status === "ENABLED");
    types.push(...enabled.flatMap(({ Type }) => Type ?? []));
  }
  return types.sort();
}
