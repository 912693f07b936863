import * as aws from "@aws-sdk/client-organizations";
import type { Organization } from "./emulated";

export const scp = (sid: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: sid, Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" }],
  });

/** An SCP of exactly so many bytes. */
export function scpOfSize(bytes: number): string {
  const empty = scp("");
  return scp("A".repeat(bytes - Buffer.byteLength(empty)));
}

export async function createPolicy(
  { client }: Organization,
  name: string,
  content = scp("A"),
  type: aws.PolicyType = "SERVICE_CONTROL_POLICY",
): Promise<string> {
  const made = await client.send(
    new aws.CreatePolicyCommand({ Name: name, Description: name, Type: type, Content: content }),
  );
  return made.Policy?.PolicySummary?.Id ?? "";
}

export async function createUnit({ client }: Organization, name: string, parent: string): Promise<string> {
  const made = await client.send(new aws.CreateOrganizationalUnitCommand({ Name: name, ParentId: parent }));
  return made.OrganizationalUnit?.Id ?? "";
}

export async function enableScps({ client, root }: Organization): Promise<void> {
  await client.send(new aws.EnablePolicyTypeCommand({ RootId: root, PolicyType: "SERVICE_CONTROL_POLICY" }));
}

export async function attach({ client }: Organization, policy: string, target: string): Promise<void> {
  await client.send(new aws.AttachPolicyCommand({ PolicyId: policy, TargetId: target }));
}

export async function requestAccount(
  { client }: Organization,
  name: string,
  email = `${name}@acme.example`,
): Promise<string> {
  const made = await client.send(
    new aws.CreateAccountCommand({ AccountName: name, Email: email, RoleName: "landfall" }),
  );
  return made.CreateAccountStatus?.Id ?? "";
}

/** Waits until a creation has ended, and returns how. */
export async function ended({ client }: Organization, request: string): Promise<aws.CreateAccountStatus> {
  for (;;) {
    const { CreateAccountStatus: status } = await client.send(
      new aws.DescribeCreateAccountStatusCommand({ CreateAccountRequestId: request }),
    );
    if (status !== undefined && status.State !== "IN_PROGRESS") return status;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function createAccount(organization: Organization, name: string): Promise<string> {
  return (await ended(organization, await requestAccount(organization, name))).AccountId ?? "";
}

let names = 0;

/** A name nothing else has. */
export const fresh = (name: string): string => `${name}-${(names += 1)}`;
