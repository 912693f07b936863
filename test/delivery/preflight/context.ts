import type { PreflightContext } from "../../../delivery/preflight/check";
import type { LiveAccount, LiveOrganization } from "../../../live/live-organization";
import type { UndeployedAccount } from "../../../delivery/preflight/undeployed";
import { stacksOf } from "../../../declaration/stacks";
import { sample } from "../../fixtures/zones";

export const account = sample.ids.get(`account/${sample.foundation.management.name}`);
export const organizationId = sample.ids.get("organization");

/** Everything as it should be: an administrator of the management account of the deployed sample. */
export function context(change: Partial<PreflightContext> = {}): PreflightContext {
  return {
    zone: sample,
    caller: { region: "eu-west-1", environment: {} },
    credentialsFor: () => Promise.resolve({}),
    checkTools: () => Promise.resolve(),
    identity: () => Promise.resolve({ account, arn: `arn:aws:iam::${account}:user/admin` }),
    organization: () => Promise.resolve({ id: organizationId, managementAccountId: account, allFeatures: true }),
    live: () => Promise.resolve(tree([])),
    undeployed: () => Promise.resolve([]),
    ...change,
  };
}

export function tree(accounts: readonly LiveAccount[]): LiveOrganization {
  const units = [{ id: "ou-1", name: "workloads", parentId: "r-land", path: "workloads" }];
  return { id: organizationId, managementAccountId: account, rootId: "r-land", units, accounts, creations: [] };
}

export function liveAccount(email: string, change: Partial<LiveAccount> = {}): LiveAccount {
  return {
    id: "777777777777",
    name: "other",
    email,
    status: "ACTIVE",
    parentId: "r-land",
    unitPath: "root",
    ...change,
  };
}

/** An account that AWS has and whose baseline was never applied. */
export function undeployed(name: string): UndeployedAccount {
  const stack = stacksOf(sample).find((spec) => spec.kind === "account" && spec.account.name === name);
  if (stack === undefined) throw new Error(`no account ${name}`);
  return { account: stack.account, id: sample.ids.get(`account/${name}`), stack };
}
