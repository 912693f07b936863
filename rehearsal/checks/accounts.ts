import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { check, type Check, clientSettings, type RehearsedAws } from "./check";

/** Assumes the platform role in every member account and asks STS who that is. */
export function checkAccounts(aws: RehearsedAws): Promise<Check> {
  const members = aws.zone.accounts.filter((account) => !account.roles.includes("management"));
  return check("every account reached by STS", `${members.length} accounts answered as themselves`, async () => {
    const problems: string[] = [];
    for (const account of members) {
      const client = new STSClient(clientSettings(aws, await aws.platform(account.name)));
      const identity = await client.send(new GetCallerIdentityCommand({}));
      const id = aws.zone.ids.get(`account/${account.name}`);
      if (identity.Account !== id) problems.push(`${account.name}: expected ${id}, got ${identity.Account}`);
    }
    return problems;
  });
}
