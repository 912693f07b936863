import type { AttachedPolicy, Level, PolicyPath } from "../../../engine/bounds";
import { readPolicy } from "../../../engine/policy/read-policy";
import type { PolicyKind } from "../../../engine/policy/policy-kind";
import { type Directory, directoryOf } from "../../organizations/directory";
import type { AwsCall, AwsResponse } from "../../gateway/call";

/** The organisation as it is in the emulator: what its policies bind, account by account. */
export interface LiveOrganization {
  /** `o-…`; undefined: there is no organisation. */
  id(): Promise<string | undefined>;
  /** Ids from the root down to the account; undefined: not a member of the organisation. */
  path(account: string): Promise<readonly string[] | undefined>;
  /** Service control policies on the path of an account, empty for one they do not bind. */
  scp(account: string): Promise<PolicyPath>;
  /** Resource control policies on the path of an account. */
  rcp(account: string): Promise<PolicyPath>;
  /** Whether resource control policies are enabled. */
  hasResourcePolicies(): Promise<boolean>;
  /** To be shown every call that was answered: after a change of the organisation everything is asked anew. */
  learn(call: AwsCall): void;
}

/** AWS's own policy that allows everything; of resource control policies the engine implies it. */
const rcpFullAccess = "p-RCPFullAWSAccess";

/**
 * @param ask a read of the Organizations API as the management account
 * @param send sends it to the emulator
 */
export function liveOrganization(
  managementAccount: string,
  ask: AwsCall,
  send: (call: AwsCall) => Promise<AwsResponse>,
): LiveOrganization {
  let directory: Directory = directoryOf(ask, send);
  const known = new Map<string, Promise<PolicyPath>>();
  const level = async (id: string, type: string, kind: PolicyKind): Promise<Level> => {
    const asked = directory;
    const attached = (await asked.attached(id, type)) ?? [];
    const policies = attached.filter((policy) => policy.Id !== rcpFullAccess);
    return { id, policies: await Promise.all(policies.map(({ Id }) => readAttached(asked, Id, kind))) };
  };
  const path = async (account: string): Promise<readonly string[] | undefined> => {
    const above: string[] = [];
    for (let node = await directory.parent(account); node !== undefined; node = await directory.parent(node)) {
      above.unshift(node);
    }
    // An account that is being made is soon there, without a call that changes the organisation.
    if (above.length === 0) directory = directoryOf(ask, send);
    return above.length === 0 ? undefined : [...above, account];
  };
  const levels = async (account: string, type: string, kind: PolicyKind): Promise<PolicyPath> => {
    if (account === managementAccount || !(await directory.enabledTypes()).includes(type)) return [];
    return Promise.all(((await path(account)) ?? []).map((id) => level(id, type, kind)));
  };
  const once = (account: string, type: string, kind: PolicyKind): Promise<PolicyPath> => {
    const name = `${type} ${account}`;
    const found = known.get(name) ?? levels(account, type, kind);
    known.set(name, found);
    void found.then(
      (result) => result.length === 0 && known.get(name) === found && known.delete(name),
      () => known.delete(name),
    );
    return found;
  };
  return {
    id: () => directory.organizationId(),
    path,
    hasResourcePolicies: async () => (await directory.enabledTypes()).includes("RESOURCE_CONTROL_POLICY"),
    scp: (account) => once(account, "SERVICE_CONTROL_POLICY", "service-control-policy"),
    rcp: (account) => once(account, "RESOURCE_CONTROL_POLICY", "resource-control-policy"),
    learn: ({ service, operation = "" }) => {
      if (service !== "organizations" || /^(Describe|List)/.test(operation)) return;
      directory = directoryOf(ask, send);
      known.clear();
    },
  };
}

async function readAttached(directory: Directory, id: string, kind: PolicyKind): Promise<AttachedPolicy> {
  const read = readPolicy((await directory.document(id)) ?? "", kind);
  // What the local AWS took and the engine cannot read would bind nobody: that must not pass in silence.
  if ("faults" in read) throw new Error(`policy ${id}: ${read.faults[0]?.message ?? "cannot be read"}`);
  return { id, policy: read.policy };
}
