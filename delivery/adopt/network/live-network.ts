import {
  DescribeTransitGatewaysCommand,
  EC2Client,
  paginateDescribeRouteTables,
  paginateDescribeSubnets,
  paginateDescribeTransitGatewayVpcAttachments,
  paginateDescribeVpcs,
  type Subnet,
} from "@aws-sdk/client-ec2";
import { UserError } from "../../../declaration/user-error";
import { clientSettings } from "../../../live/aws-client";
import type { Caller } from "../../../live/sts";

/** A Transit Gateway as its account sees it. */
export interface LiveTransitGateway {
  readonly id: string;
  readonly owner: string;
  readonly amazonSideAsn: number;
  readonly multicast: boolean;
}

/** A VPC with what stands where Landfall would put its own. */
export interface LiveVpc {
  readonly id: string;
  readonly cidr: string;
  readonly subnets: readonly LiveSubnet[];
  /** Transit Gateway → id of the VPC's attachment to it. */
  readonly attachments: ReadonlyMap<string, string>;
}

export interface LiveSubnet {
  readonly id: string;
  readonly cidr: string;
  readonly zone: string;
  /** Route table it is explicitly associated with. */
  readonly routeTable: string | undefined;
}

/** @throws UserError when the account has no such gateway */
export async function readTransitGateway(id: string, caller: Caller): Promise<LiveTransitGateway> {
  return using(caller, async (client) => {
    const { TransitGateways = [] } = await client.send(new DescribeTransitGatewaysCommand({}));
    const found = TransitGateways.find(({ TransitGatewayId }) => TransitGatewayId === id);
    if (found === undefined) {
      const there = TransitGateways.flatMap(({ TransitGatewayId }) => TransitGatewayId ?? []).join(", ") || "none";
      throw new UserError(`the network account has no Transit Gateway ${id}`, `It has ${there}; it must be its own.`);
    }
    const { OwnerId = "", Options = {} } = found;
    return {
      id,
      owner: OwnerId,
      amazonSideAsn: Options.AmazonSideAsn ?? 0,
      multicast: Options.MulticastSupport === "enable",
    };
  });
}

/** @throws UserError when the account has no such VPC */
export async function readVpc(id: string, account: string, caller: Caller): Promise<LiveVpc> {
  return using(caller, async (client) => {
    const ofVpc = { Filters: [{ Name: "vpc-id", Values: [id] }] };
    const vpcs = await collect(paginateDescribeVpcs({ client }, {}), ({ Vpcs }) => Vpcs);
    const cidr = vpcs.find(({ VpcId }) => VpcId === id)?.CidrBlock;
    if (cidr === undefined) {
      const there = vpcs.flatMap(({ VpcId }) => VpcId ?? []).join(", ") || "none";
      throw new UserError(`the account ${account} has no VPC ${id} in the home region`, `It has ${there}.`);
    }
    const subnets = await collect(paginateDescribeSubnets({ client }, ofVpc), ({ Subnets }) => Subnets);
    const tables = await collect(paginateDescribeRouteTables({ client }, ofVpc), ({ RouteTables }) => RouteTables);
    const tableOf = new Map(
      tables.flatMap(({ RouteTableId, Associations = [] }) =>
        Associations.flatMap(({ SubnetId }) => (SubnetId === undefined ? [] : [[SubnetId, RouteTableId] as const])),
      ),
    );
    const attachments = await collect(
      paginateDescribeTransitGatewayVpcAttachments({ client }, ofVpc),
      ({ TransitGatewayVpcAttachments }) => TransitGatewayVpcAttachments,
    );
    return {
      id,
      cidr,
      subnets: subnets.map((subnet) => liveSubnet(subnet, tableOf.get(subnet.SubnetId ?? ""))),
      attachments: new Map(
        attachments
          .filter(({ State }) => State === "available")
          .map((each) => [each.TransitGatewayId ?? "", each.TransitGatewayAttachmentId ?? ""]),
      ),
    };
  });
}

function liveSubnet({ SubnetId, CidrBlock, AvailabilityZone }: Subnet, routeTable: string | undefined): LiveSubnet {
  return { id: SubnetId ?? "", cidr: CidrBlock ?? "", zone: AvailabilityZone ?? "", routeTable };
}

async function using<Answer>(
  { region, environment }: Caller,
  ask: (client: EC2Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new EC2Client(clientSettings(region, environment));
  try {
    return await ask(client);
  } finally {
    client.destroy();
  }
}

async function collect<Page, Item>(
  pages: AsyncIterable<Page>,
  items: (page: Page) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  const found: Item[] = [];
  for await (const page of pages) found.push(...(items(page) ?? []));
  return found;
}
