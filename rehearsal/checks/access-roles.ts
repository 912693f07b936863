import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { deployRoles, roleArn } from "../../declaration/names";
import { check, type Check, clientSettings, type RehearsedAws } from "./check";

/**
 * Tries to enter every account as the management account's root and as `landfall-org`, who may do anything there: only
 * `landfall-platform` gets in.
 */
export function checkAccessRoles(aws: RehearsedAws, accounts: readonly string[]): Promise<Check> {
  const { zone } = aws;
  const proved = `${accounts.length} accounts refused the management account's root and ${deployRoles.org}`;
  return check(`accounts let in ${deployRoles.platform} of the management account alone`, proved, async () => {
    const asOperator = new STSClient(clientSettings(aws, aws.operator));
    const RoleArn = roleArn(zone, zone.foundation.management.name, deployRoles.org);
    const { Credentials } = await asOperator.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "rehearsal" }));
    const asOrg = new STSClient(
      clientSettings(aws, {
        accessKeyId: Credentials?.AccessKeyId ?? "",
        secretAccessKey: Credentials?.SecretAccessKey ?? "",
        sessionToken: Credentials?.SessionToken ?? "",
      }),
    );
    const problems: string[] = [];
    for (const account of accounts) {
      for (const [who, sts] of [["root", asOperator] as const, [deployRoles.org, asOrg] as const]) {
        if (await enters(sts, roleArn(zone, account, deployRoles.platform))) problems.push(`${who} entered ${account}`);
      }
    }
    return problems;
  });
}

async function enters(sts: STSClient, RoleArn: string): Promise<boolean> {
  try {
    await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "rehearsal" }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "AccessDenied") return false;
    throw error;
  }
}
