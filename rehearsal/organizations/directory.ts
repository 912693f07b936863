import type { AwsCall, AwsResponse } from "../gateway/call";

type Forward = (call: AwsCall) => Promise<AwsResponse>;

export interface PolicySummary {
  readonly Id: string;
  readonly Name: string;
  readonly Type: string;
}
export interface Node {
  readonly Id: string;
  readonly Name?: string;
}
export interface Account extends Node {
  readonly Email: string;
  readonly Status: string;
}

/** What the emulator knows of the organisation: it holds the only copy. Each question is asked once per directory. */
export interface Directory {
  /** `undefined` when there is no organisation. */
  managementAccount(): Promise<string | undefined>;
  /** `undefined` when there is no organisation. */
  organizationId(): Promise<string | undefined>;
  /** Policy types enabled on the root. */
  enabledTypes(): Promise<readonly string[]>;
  policy(id: string): Promise<PolicySummary | undefined>;
  /** JSON text of a policy; `undefined` when it does not exist. */
  document(policy: string): Promise<string | undefined>;
  policies(type: string): Promise<readonly PolicySummary[]>;
  /** `undefined` when the target does not exist. */
  attached(target: string, type: string): Promise<readonly PolicySummary[] | undefined>;
  parent(child: string): Promise<string | undefined>;
  units(parent: string): Promise<readonly Node[]>;
  accountsIn(parent: string): Promise<readonly Node[]>;
  accounts(): Promise<readonly Account[]>;
  servicesWithAccess(): Promise<readonly string[]>;
}

/** A call of our own to the Organizations API, with the credentials of `call`. */
export function organizationsCall(call: AwsCall, operation: string, input: object): AwsCall {
  return {
    ...call,
    operation,
    headers: { ...call.headers, "x-amz-target": `AWSOrganizationsV20161128.${operation}` },
    body: Buffer.from(JSON.stringify(input)),
  };
}

/** To be made anew for every call that changes something. */
export function directoryOf(call: AwsCall, forward: Forward): Directory {
  const answers = new Map<string, Promise<AwsResponse>>();
  const ask = async <T>(operation: string, input: object): Promise<T | undefined> => {
    const question = `${operation} ${JSON.stringify(input)}`;
    const asked = answers.get(question) ?? forward(organizationsCall(call, operation, input));
    answers.set(question, asked);
    const answer = await asked;
    return answer.status === 200 ? (JSON.parse(answer.body.toString()) as T) : undefined;
  };
  const all = async <T>(operation: string, input: object, member: string): Promise<readonly T[] | undefined> => {
    const found: T[] = [];
    let NextToken: string | undefined;
    do {
      const page = await ask<Record<string, readonly T[]> & { NextToken?: string }>(operation, {
        ...input,
        ...(NextToken ? { NextToken } : {}),
      });
      if (page === undefined) return undefined;
      found.push(...(page[member] ?? []));
      NextToken = page.NextToken;
    } while (NextToken);
    return found;
  };
  const roots = (): Promise<readonly { PolicyTypes: readonly { Type: string }[] }[] | undefined> =>
    all("ListRoots", {}, "Roots");

  return {
    managementAccount: async () =>
      (await ask<{ Organization: { MasterAccountId: string } }>("DescribeOrganization", {}))?.Organization
        .MasterAccountId,
    organizationId: async () =>
      (await ask<{ Organization: { Id: string } }>("DescribeOrganization", {}))?.Organization.Id,
    enabledTypes: async () => ((await roots()) ?? []).flatMap((root) => root.PolicyTypes.map(({ Type }) => Type)),
    policy: async (PolicyId) =>
      (await ask<{ Policy: { PolicySummary: PolicySummary } }>("DescribePolicy", { PolicyId }))?.Policy.PolicySummary,
    document: async (PolicyId) =>
      (await ask<{ Policy: { Content: string } }>("DescribePolicy", { PolicyId }))?.Policy.Content,
    policies: async (Filter) => (await all<PolicySummary>("ListPolicies", { Filter }, "Policies")) ?? [],
    attached: (TargetId, Filter) => all<PolicySummary>("ListPoliciesForTarget", { TargetId, Filter }, "Policies"),
    parent: async (ChildId) => (await all<Node>("ListParents", { ChildId }, "Parents"))?.[0]?.Id,
    units: async (ParentId) =>
      (await all<Node>("ListOrganizationalUnitsForParent", { ParentId }, "OrganizationalUnits")) ?? [],
    accountsIn: async (ParentId) => (await all<Node>("ListAccountsForParent", { ParentId }, "Accounts")) ?? [],
    accounts: async () => (await all<Account>("ListAccounts", {}, "Accounts")) ?? [],
    servicesWithAccess: async () =>
      (
        (await all<{ ServicePrincipal: string }>(
          "ListAWSServiceAccessForOrganization",
          {},
          "EnabledServicePrincipals",
        )) ?? []
      ).map(({ ServicePrincipal }) => ServicePrincipal),
  };
}
