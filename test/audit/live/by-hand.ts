import * as aws from "@aws-sdk/client-organizations";
import { attachedPolicies } from "../../../policies/attached";
import type { LandingZone } from "../../../declaration/model";
import type { LiveGuardrails } from "../../../live/live-guardrails";

import { createAccount, createPolicy, createUnit, ended } from "../../rehearsal/organizations/arrange";
import type { Organization } from "../../rehearsal/organizations/emulated";

export const denyQueues = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Sid: "Queues", Effect: "Deny", Action: "sqs:SendMessage", Resource: "*" }],
});

/** What the changes by hand are made with. */
type Hands = Pick<Organization, "client" | "root">;

/** Makes the tree and the accounts of a zone. */
export async function makeTree(organization: Organization, zone: LandingZone): Promise<void> {
  const { client, root } = organization;
  for (const PolicyType of ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY", "TAG_POLICY"] as const)
    await client.send(new aws.EnablePolicyTypeCommand({ RootId: root, PolicyType }));
  const units = new Map([["root", root]]);
  for (const { path, name, parent } of zone.organizationalUnits)
    units.set(path, await createUnit(organization, name, units.get(parent) ?? ""));
  for (const { name, displayName, email, organizationalUnit } of zone.accounts) {
    if (name === zone.foundation.management.name) continue;
    const made = await client.send(new aws.CreateAccountCommand({ AccountName: displayName, Email: email }));
    const { AccountId = "" } = await ended(organization, made.CreateAccountStatus?.Id ?? "");
    const DestinationParentId = units.get(organizationalUnit) ?? "";
    const move = { AccountId, SourceParentId: root, DestinationParentId };
    if (DestinationParentId !== root) await client.send(new aws.MoveAccountCommand(move));
  }
}

/** Makes the policies of a zone and attaches them. @param zone with the ids of the tree */
export async function makePolicies(organization: Organization, zone: LandingZone): Promise<void> {
  for (const { name, document, type, units, accounts } of attachedPolicies(zone)) {
    const id = await createPolicy(organization, name, document, type);
    const targets = [
      ...units.map((unit) => zone.ids.get(unit === "root" ? "root" : `organizational-unit/${unit}`)),
      ...accounts.map((account) => zone.ids.get(`account/${account}`)),
    ];
    for (const TargetId of targets)
      await organization.client.send(new aws.AttachPolicyCommand({ PolicyId: id, TargetId }));
  }
}

/** What is said of the sample's organisation after `changeByHand`, without the ids. */
export const eightDifferences: readonly (readonly [rule: string, subject: string])[] = [
  ["live-policy-type-disabled", "RESOURCE_CONTROL_POLICY"],
  ["live-policy-attached", "acme-sandbox-1"],
  ["live-policy-detached", "acme-workloads-1"],
  ["live-policy-edited", "acme-workloads/prod-1"],
  ["live-full-access-detached", "FullAWSAccess"],
  ["live-policy-not-declared", "by-hand"],
  ["live-account-moved", "payments-dev"],
  ["live-account-not-declared", "Shadow"],
];

/** Changes the organisation of the sample zone in eight ways, as somebody in the console would. */
export async function changeByHand(
  hands: Hands,
  zone: LandingZone,
  { policies, organization: { accounts } }: LiveGuardrails,
): Promise<void> {
  const { client, root } = hands;
  const organization = hands as Organization;
  const unit = (path: string): string => zone.ids.get(`organizational-unit/${path}`);
  const policy = (name: string): string => policies.find((each) => each.name === name)?.id ?? "";
  const payments = zone.ids.get("account/payments-dev");

  await client.send(new aws.DetachPolicyCommand({ PolicyId: policy("acme-workloads-1"), TargetId: unit("workloads") }));
  await client.send(new aws.AttachPolicyCommand({ PolicyId: policy("acme-sandbox-1"), TargetId: unit("security") }));
  await client.send(new aws.UpdatePolicyCommand({ PolicyId: policy("acme-workloads/prod-1"), Content: denyQueues }));
  await client.send(new aws.DetachPolicyCommand({ PolicyId: policy("FullAWSAccess"), TargetId: unit("sandbox") }));
  const own = await createPolicy(organization, "by-hand", denyQueues);
  await client.send(new aws.AttachPolicyCommand({ PolicyId: own, TargetId: zone.ids.get("account/orders-dev") }));
  await client.send(
    new aws.MoveAccountCommand({
      AccountId: payments,
      SourceParentId: accounts.find(({ id }) => id === payments)?.parentId ?? "",
      DestinationParentId: unit("sandbox"),
    }),
  );
  await createAccount(organization, "Shadow");
  await client.send(new aws.DisablePolicyTypeCommand({ RootId: root, PolicyType: "RESOURCE_CONTROL_POLICY" }));
}
