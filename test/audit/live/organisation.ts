import type { LandingZone } from "../../../declaration/model";
import { policyTypes } from "../../../declaration/policy-types";
import type { LivePolicy } from "../../../live/live-governance";
import type { LiveGuardrails } from "../../../live/live-guardrails";
import type { LiveAccount } from "../../../live/live-tree";
import { attachedPolicies } from "../../../policies/attached";

export const fullAccess = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

/** The organisation that a zone declares, as the Organizations API would tell it. */
export function organisationOf(zone: LandingZone): LiveGuardrails {
  const { ids } = zone;
  const unitId = (path: string): string => ids.get(path === "root" ? "root" : `organizational-unit/${path}`);
  const accountId = (name: string): string => ids.get(`account/${name}`);
  const units = zone.organizationalUnits.map(({ path, name, parent }) => ({
    ...{ id: unitId(path), name, path, parentId: unitId(parent) },
  }));
  const accounts = zone.accounts.map(({ name, displayName, email, organizationalUnit }): LiveAccount => {
    const place = { parentId: unitId(organizationalUnit), unitPath: organizationalUnit };
    return { id: accountId(name), name: displayName, email, status: "ACTIVE", ...place };
  });
  const everything = [ids.get("root"), ...units.map(({ id }) => id), ...accounts.map(({ id }) => id)];
  const own = attachedPolicies(zone).map((policy, index): LivePolicy => ({
    id: `p-${String(index).padStart(8, "0")}`,
    name: policy.name,
    description: policy.description,
    type: policy.type,
    content: JSON.stringify(JSON.parse(policy.document), undefined, 2),
    targets: [...policy.units.map(unitId), ...policy.accounts.map(accountId)],
    awsManaged: false,
  }));
  const awsOwn = { description: "", content: fullAccess, targets: everything, awsManaged: true };
  return {
    organization: {
      id: ids.get("organization"),
      managementAccountId: accountId(zone.foundation.management.name),
      rootId: ids.get("root"),
      ...{ units, accounts, creations: [] },
    },
    policyTypes: [...policyTypes],
    policies: [
      { id: "p-FullAWSAccess", name: "FullAWSAccess", type: "SERVICE_CONTROL_POLICY", ...awsOwn },
      { id: "p-RCPFullAWSAccess", name: "RCPFullAWSAccess", type: "RESOURCE_CONTROL_POLICY", ...awsOwn },
      ...own,
    ],
  };
}

/** With other policies: what a change makes of each. */
export function withPolicies(
  live: LiveGuardrails,
  change: (policy: LivePolicy) => LivePolicy | undefined,
): LiveGuardrails {
  return { ...live, policies: live.policies.flatMap((policy) => change(policy) ?? []) };
}

export function withAccounts(
  live: LiveGuardrails,
  change: (account: LiveAccount) => LiveAccount | undefined,
): LiveGuardrails {
  const accounts = live.organization.accounts.flatMap((account) => change(account) ?? []);
  return { ...live, organization: { ...live.organization, accounts } };
}
