import type { AwsCall } from "./call";
import type { EmulatedAws } from "./emulated-aws";

export interface Role {
  readonly arn: string;
  readonly roleId: string;
  /** JSON text of the trust policy. */
  readonly trustPolicy: string;
}

/** Looks a role up where IAM is kept; `undefined` when the account or the role does not exist. */
export type FindRole = (account: string, roleName: string) => Promise<Role | undefined>;

export function findRoleIn(emulated: EmulatedAws): FindRole {
  return async (account, roleName) => {
    const answer = await emulated("moto", getRole(account, roleName));
    const text = answer.body.toString();
    if (answer.status !== 200) return undefined;
    return {
      arn: element(text, "Arn"),
      roleId: element(text, "RoleId"),
      trustPolicy: decodeURIComponent(element(text, "AssumeRolePolicyDocument")),
    };
  };
}

function getRole(account: string, roleName: string): AwsCall {
  return {
    service: "iam",
    operation: "GetRole",
    protocol: "query",
    account,
    principal: "",
    region: "us-east-1",
    method: "POST",
    host: "aws.internal",
    url: new URL("http://aws.internal/"),
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${account}/20200101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: Buffer.from(new URLSearchParams({ Action: "GetRole", Version: "2010-05-08", RoleName: roleName }).toString()),
  };
}

function element(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.trim() ?? "";
}
