import { DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { check, type Check, clientSettings, type RehearsedAws } from "./check";

/**
 * Looks in every governed region of every account for the VPC that AWS puts there.
 * @param isDeployed whether the stack of a region beyond the home region was deployed
 */
export function checkDefaultVpcs(
  aws: RehearsedAws,
  accounts: readonly string[],
  isDeployed: (account: string, region: string) => boolean,
): Promise<Check> {
  const { governed, home } = aws.zone.regions;
  const proved = `${accounts.length} accounts, ${governed.length} ${governed.length === 1 ? "region" : "regions"} each`;
  return check("no default VPC in any account", proved, async () => {
    const problems: string[] = [];
    for (const account of accounts) {
      const settings = clientSettings(aws, await aws.platform(account));
      for (const region of governed.filter((each) => each === home || isDeployed(account, each))) {
        const { Vpcs = [] } = await new EC2Client({ ...settings, region }).send(new DescribeVpcsCommand({}));
        const left = Vpcs.filter(({ IsDefault }) => IsDefault);
        problems.push(...left.map(({ VpcId }) => `${VpcId} is left in ${account}, ${region}`));
      }
    }
    return problems;
  });
}
