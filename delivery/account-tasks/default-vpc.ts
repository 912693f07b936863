import {
  DeleteInternetGatewayCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  DescribeInternetGatewaysCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  DetachInternetGatewayCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { UserError } from "../../declaration/user-error";
import { clientSettings } from "../../live/aws-client";
import type { Step } from "../steps/step";
import type { Caller } from "../../live/sts";
import { additionsTo } from "./default-vpc-additions";

/**
 * Removes the VPC that AWS puts into each region of a new account, a way to the internet past the hub. What AWS made with it goes in the order in
 * which AWS lets it (Amazon VPC User Guide, "Delete your default subnets and default VPC": gateway and subnets first; the main
 * route table, default network ACL and default security group go with the VPC). A VPC in which there is anything else stays.
 * @param caller credentials that administer the account, in the region
 */
export function defaultVpcStep(account: string, caller: Caller): Step {
  const find = (): Promise<string | undefined> => withEc2(caller, defaultVpc);
  return {
    id: `default-vpc:${account}/${caller.region}`,
    title: `remove the default VPC of ${caller.region}`,
    isDone: async () => (await find()) === undefined,
    perform: () =>
      withEc2(caller, async (ec2) => {
        const vpc = await defaultVpc(ec2);
        if (vpc !== undefined) await remove(ec2, vpc);
      }),
  };
}

async function remove(ec2: EC2Client, VpcId: string): Promise<void> {
  const additions = await additionsTo(ec2, VpcId);
  if (additions.length > 0) {
    throw new UserError(
      `the default VPC ${VpcId} is in use: ${additions.join(", ")}`,
      "Move what is in it to the account's own VPC; the next deployment then removes it.",
    );
  }
  const inVpc = { Filters: [{ Name: "attachment.vpc-id", Values: [VpcId] }] };
  const { InternetGateways = [] } = await ec2.send(new DescribeInternetGatewaysCommand(inVpc));
  for (const { InternetGatewayId } of InternetGateways) {
    await ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId, VpcId }));
    await ec2.send(new DeleteInternetGatewayCommand({ InternetGatewayId }));
  }
  const { Subnets = [] } = await ec2.send(
    new DescribeSubnetsCommand({ Filters: [{ Name: "vpc-id", Values: [VpcId] }] }),
  );
  for (const { SubnetId } of Subnets) await ec2.send(new DeleteSubnetCommand({ SubnetId }));
  await ec2.send(new DeleteVpcCommand({ VpcId }));
}

async function defaultVpc(ec2: EC2Client): Promise<string | undefined> {
  const { Vpcs = [] } = await ec2.send(
    new DescribeVpcsCommand({ Filters: [{ Name: "is-default", Values: ["true"] }] }),
  );
  return Vpcs[0]?.VpcId;
}

async function withEc2<T>({ region, environment }: Caller, use: (ec2: EC2Client) => Promise<T>): Promise<T> {
  const ec2 = new EC2Client(clientSettings(region, environment));
  try {
    return await use(ec2);
  } finally {
    ec2.destroy();
  }
}
