import {
  DescribeNetworkAclsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpnGatewaysCommand,
  type EC2Client,
  paginateDescribeVpcPeeringConnections,
  type VpcPeeringConnection,
} from "@aws-sdk/client-ec2";

/** Ids of one kind of thing in a VPC that AWS did not put there when it made the VPC. */
type Search = (
  ec2: EC2Client,
  filter: { Name: string; Values: string[] }[],
) => Promise<readonly (string | undefined)[]>;

/** A network interface is there wherever an instance, function, database, load balancer, NAT gateway or interface endpoint is. */
const searches: readonly Search[] = [
  async (ec2, Filters) =>
    ((await ec2.send(new DescribeNetworkInterfacesCommand({ Filters }))).NetworkInterfaces ?? []).map(
      ({ NetworkInterfaceId }) => NetworkInterfaceId,
    ),
  async (ec2, Filters) =>
    ((await ec2.send(new DescribeVpcEndpointsCommand({ Filters }))).VpcEndpoints ?? []).map(
      ({ VpcEndpointId }) => VpcEndpointId,
    ),
  async (ec2, Filters) =>
    ((await ec2.send(new DescribeSubnetsCommand({ Filters }))).Subnets ?? [])
      .filter(({ DefaultForAz }) => !DefaultForAz)
      .map(({ SubnetId }) => SubnetId),
  async (ec2, Filters) =>
    ((await ec2.send(new DescribeSecurityGroupsCommand({ Filters }))).SecurityGroups ?? [])
      .filter(({ GroupName }) => GroupName !== "default")
      .map(({ GroupId }) => GroupId),
  async (ec2, Filters) =>
    ((await ec2.send(new DescribeRouteTablesCommand({ Filters }))).RouteTables ?? [])
      .filter(({ Associations = [] }) => !Associations.some(({ Main }) => Main))
      .map(({ RouteTableId }) => RouteTableId),
  async (ec2, Filters) =>
    ((await ec2.send(new DescribeNetworkAclsCommand({ Filters }))).NetworkAcls ?? [])
      .filter(({ IsDefault }) => !IsDefault)
      .map(({ NetworkAclId }) => NetworkAclId),
];

/** What AWS still lists of a peering that connects nothing any more (VPC Peering Guide, "VPC peering connection lifecycle"). */
const endedPeerings: readonly (string | undefined)[] = ["deleted", "deleting", "expired", "failed", "rejected"];

/** Peerings of the VPC, whichever side asked for them. */
async function peeringsOf(client: EC2Client, vpcId: string): Promise<readonly (string | undefined)[]> {
  const found: VpcPeeringConnection[] = [];
  for await (const { VpcPeeringConnections = [] } of paginateDescribeVpcPeeringConnections({ client }, {})) {
    found.push(...VpcPeeringConnections);
  }
  return found
    .filter(({ Status }) => !endedPeerings.includes(Status?.Code))
    .filter(({ RequesterVpcInfo, AccepterVpcInfo }) =>
      [RequesterVpcInfo?.VpcId, AccepterVpcInfo?.VpcId].includes(vpcId),
    )
    .map(({ VpcPeeringConnectionId }) => VpcPeeringConnectionId);
}

async function vpnGatewaysOf(ec2: EC2Client, vpcId: string): Promise<readonly (string | undefined)[]> {
  const Filters = [{ Name: "attachment.vpc-id", Values: [vpcId] }];
  const { VpnGateways = [] } = await ec2.send(new DescribeVpnGatewaysCommand({ Filters }));
  return VpnGateways.filter(({ VpcAttachments = [] }) =>
    VpcAttachments.some(({ VpcId, State }) => VpcId === vpcId && State !== "detached"),
  ).map(({ VpnGatewayId }) => VpnGatewayId);
}

/** Ids of everything in a default VPC that somebody put there, and of what is connected to it. */
export async function additionsTo(ec2: EC2Client, vpcId: string): Promise<readonly string[]> {
  const Filters = [{ Name: "vpc-id", Values: [vpcId] }];
  const found = await Promise.all([
    ...searches.map((search) => search(ec2, Filters)),
    peeringsOf(ec2, vpcId),
    vpnGatewaysOf(ec2, vpcId),
  ]);
  return found.flat().filter((id) => id !== undefined);
}
