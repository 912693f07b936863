import {
  CreateRoleCommand,
  EntityAlreadyExistsException,
  IAMClient,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { clientSettings } from "./aws-client";
import type { Caller } from "./sts";

/** One statement of an IAM policy. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

export interface RoleSpec {
  readonly name: string;
  /** ARN of the principal that may assume the role. */
  readonly trusted: string;
  readonly statements: readonly PolicyStatement[];
}

const inlinePolicyName = "landfall";

/** Makes the role, or puts its trust and permissions back. @returns whether it is new */
export async function ensureRole(
  { region, environment }: Caller,
  role: RoleSpec,
  tags: Readonly<Record<string, string>>,
): Promise<boolean> {
  const iam = new IAMClient(clientSettings(region, environment));
  const trust = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: role.trusted }, Action: "sts:AssumeRole" }],
  });
  try {
    const isNew = await createRole(iam, role.name, trust, tags);
    if (!isNew) await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: role.name, PolicyDocument: trust }));
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: role.statements });
    await iam.send(new PutRolePolicyCommand({ RoleName: role.name, PolicyName: inlinePolicyName, PolicyDocument }));
    return isNew;
  } finally {
    iam.destroy();
  }
}

async function createRole(
  iam: IAMClient,
  name: string,
  trust: string,
  tags: Readonly<Record<string, string>>,
): Promise<boolean> {
  try {
    const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    await iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: trust, Tags }));
    return true;
  } catch (error) {
    if (error instanceof EntityAlreadyExistsException) return false;
    throw error;
  }
}
