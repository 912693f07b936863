import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  EntityAlreadyExistsException,
  IAMClient,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { clientSettings } from "../live/aws-client";
import type { Caller } from "../live/sts";

/** One statement of an IAM policy. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
}

/** One statement of a trust policy. */
export interface TrustStatement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Principal: { readonly AWS: string } | { readonly Federated: string };
  readonly Action: string;
  readonly Condition?: object;
}

export interface RoleSpec {
  readonly name: string;
  readonly trust: readonly TrustStatement[];
  /** ARNs of managed policies. */
  readonly attached: readonly string[];
  readonly statements: readonly PolicyStatement[];
}

const inlinePolicyName = "landfall";

/** Makes the role, or puts its trust and permissions back. @returns whether it is new */
export async function ensureRole(
  { region, environment }: Caller,
  { name: RoleName, trust, attached, statements }: RoleSpec,
  tags: Readonly<Record<string, string>>,
): Promise<boolean> {
  const iam = new IAMClient(clientSettings(region, environment));
  const trusted = document(trust);
  try {
    const isNew = await createRole(iam, RoleName, trusted, tags);
    if (!isNew) await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: trusted }));
    const PolicyDocument = document(statements);
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: inlinePolicyName, PolicyDocument }));
    for (const PolicyArn of attached) await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
    return isNew;
  } finally {
    iam.destroy();
  }
}

function document(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
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
