import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { LocalAws } from "../../../rehearsal/local-aws";
import { clientOptions } from "./start";

export type Keys = ReturnType<typeof clientOptions>;

export const roleArn = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`;

/** Settings of a client that has taken a role on from the management account. */
export async function sessionOf(aws: LocalAws, account: string, role: string): Promise<Keys> {
  const sts = new STSClient(clientOptions(aws));
  const { Credentials: keys } = await sts.send(
    new AssumeRoleCommand({ RoleArn: roleArn(account, role), RoleSessionName: "test" }),
  );
  return clientOptions(aws, keys?.AccessKeyId, keys?.SecretAccessKey, keys?.SessionToken);
}
