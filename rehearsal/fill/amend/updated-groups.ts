import type { AwsCall, AwsResponse, CallHandler } from "../../gateway/call";

interface Group {
  readonly IdentityStoreId?: string;
  readonly GroupId?: string;
  readonly DisplayName?: string;
  readonly Description?: string;
}

/** Attribute paths of an update → the member they set (identitystore API Reference, UpdateGroup). */
const attributes: Readonly<Record<string, "DisplayName" | "Description">> = {
  displayName: "DisplayName",
  description: "Description",
};

/** Updates of Identity Store groups: moto 5.2.5 has no UpdateGroup, so what it would have changed is laid over its answers. */
export function updatedGroups(): CallHandler {
  const changes = new Map<string, Group>();
  const changed = (group: Group): Group => ({ ...group, ...changes.get(group.GroupId ?? "") });
  return async (call, forward) => {
    if (call.service !== "identitystore") return undefined;
    if (call.operation === "DescribeGroup") return amended(await forward(call), changed);
    if (call.operation === "ListGroups")
      return amended(await forward(call), (output: { Groups?: readonly Group[] }) => ({
        ...output,
        Groups: (output.Groups ?? []).map(changed),
      }));
    if (call.operation !== "UpdateGroup") return undefined;
    const input = JSON.parse(call.body.toString()) as Group & { readonly Operations?: readonly Operation[] };
    const { IdentityStoreId, GroupId = "" } = input;
    const described = await forward(describeGroup(call, { IdentityStoreId, GroupId }));
    if (described.status !== 200) return described;
    changes.set(GroupId, { ...changes.get(GroupId), ...changeOf(input.Operations ?? []) });
    return { ...described, body: Buffer.from(JSON.stringify({ IdentityStoreId, GroupId })) };
  };
}

interface Operation {
  readonly AttributePath: string;
  readonly AttributeValue?: string;
}

function changeOf(operations: readonly Operation[]): Group {
  return Object.fromEntries(
    operations.flatMap(({ AttributePath, AttributeValue }) => {
      const member = attributes[AttributePath];
      return member === undefined ? [] : [[member, AttributeValue]];
    }),
  );
}

function describeGroup(call: AwsCall, input: object): AwsCall {
  const headers = { ...call.headers, "x-amz-target": "AWSIdentityStore.DescribeGroup" };
  return { ...call, operation: "DescribeGroup", headers, body: Buffer.from(JSON.stringify(input)) };
}

function amended<T>(response: AwsResponse, amend: (output: T) => T): AwsResponse {
  if (response.status !== 200) return response;
  return { ...response, body: Buffer.from(JSON.stringify(amend(JSON.parse(response.body.toString()) as T))) };
}
