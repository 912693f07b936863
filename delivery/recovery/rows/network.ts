import {
  DescribeAddressesCommand,
  DescribeCustomerGatewaysCommand,
  DescribeVpnConnectionsCommand,
  EC2Client,
  type Filter,
  paginateDescribeFlowLogs,
  paginateDescribeInternetGateways,
  paginateDescribeNatGateways,
  paginateDescribeIpamPools,
  paginateDescribeIpams,
  paginateDescribeRouteTables,
  paginateDescribeSecurityGroups,
  paginateDescribeSubnets,
  paginateDescribeTransitGatewayPeeringAttachments,
  paginateDescribeTransitGatewayRouteTables,
  paginateDescribeTransitGateways,
  paginateDescribeTransitGatewayVpcAttachments,
  paginateDescribeVpcEndpoints,
  paginateDescribeVpcs,
} from "@aws-sdk/client-ec2";
import type { PlannedResource } from "../planned-resource";
import { joined, named, repeatable, type Row, type Rows } from "../row";
import { all, hasTags, present, settled } from "../search";

interface Found {
  readonly id: string | undefined;
  readonly state?: string | undefined;
  readonly tags?: Parameters<typeof hasTags>[1];
}

interface Ec2Search {
  /** Filter of the Describe operation → planned attribute, or those of which it has one. They must be known. */
  readonly by: Readonly<Record<string, string | readonly string[]>>;
  /** Whether the filters identify one object; else all its planned tags do, `Name` and `landfall:stack` among them. */
  readonly unique: boolean;
  readonly describe: (client: EC2Client, filters: Filter[], planned: PlannedResource) => Promise<readonly Found[]>;
}

/** States of objects that are no more, or will be soon (Amazon EC2 API Reference). */
const goneStates = [
  ...["deleted", "deleting", "failed", "failing", "rejected", "expired"],
  ...["create-failed", "delete-complete", "delete-in-progress", "delete-failed"],
];
const pendingStates = ["pending", "initiating", "initiatingRequest", "modifying", "create-in-progress"];

function ec2({ by, unique, describe }: Ec2Search): Row {
  return {
    is: "searched",
    find: async (planned, search) => {
      const values = Object.entries(by).map(([filter, attributes]) => {
        const known = [attributes].flat().map((attribute) => planned.text(attribute));
        return [filter, known.find((value) => value !== undefined)] as const;
      });
      const filters = values.flatMap(([Name, value]) => (value === undefined ? [] : [{ Name, Values: [value] }]));
      if (filters.length < values.length) return undefined;
      const ours = async (): Promise<readonly Found[]> =>
        (await describe(search.client(EC2Client), filters, planned)).filter(
          ({ state, tags }) =>
            !goneStates.includes(state?.toLowerCase() ?? "") && (unique || hasTags(planned.tags, tags)),
        );
      const found = await settled(ours, ({ state }) => pendingStates.includes(state?.toLowerCase() ?? ""));
      return present(found.map(({ id }) => id));
    },
  };
}

export const networkRows: Rows = {
  aws_vpc: ec2({
    by: { "cidr-block": "cidr_block" },
    unique: false,
    describe: (client, Filters) =>
      all(paginateDescribeVpcs({ client }, { Filters }), ({ Vpcs }) =>
        Vpcs?.map(({ VpcId: id, Tags: tags, State: state }) => ({ id, tags, state })),
      ),
  }),
  aws_subnet: ec2({
    by: { "vpc-id": "vpc_id", "cidr-block": "cidr_block" },
    unique: true,
    describe: (client, Filters) =>
      all(paginateDescribeSubnets({ client }, { Filters }), ({ Subnets }) =>
        Subnets?.map(({ SubnetId: id, State: state }) => ({ id, state })),
      ),
  }),
  aws_route_table: ec2({
    by: { "vpc-id": "vpc_id" },
    unique: false,
    describe: (client, Filters) =>
      all(paginateDescribeRouteTables({ client }, { Filters }), ({ RouteTables }) =>
        RouteTables?.map(({ RouteTableId: id, Tags: tags }) => ({ id, tags })),
      ),
  }),
  aws_eip: ec2({
    by: {},
    unique: false,
    describe: async (client, Filters) =>
      (await client.send(new DescribeAddressesCommand({ Filters }))).Addresses?.map(
        ({ AllocationId: id, Tags: tags }) => ({
          id,
          tags,
        }),
      ) ?? [],
  }),
  aws_nat_gateway: ec2({
    by: { "subnet-id": "subnet_id" },
    unique: false,
    describe: (client, Filter) =>
      all(paginateDescribeNatGateways({ client }, { Filter }), ({ NatGateways }) =>
        NatGateways?.map(({ NatGatewayId: id, State: state, Tags: tags }) => ({ id, state, tags })),
      ),
  }),
  aws_internet_gateway: ec2({
    by: {},
    unique: false,
    describe: (client) =>
      all(paginateDescribeInternetGateways({ client }, {}), ({ InternetGateways }) =>
        InternetGateways?.map(({ InternetGatewayId: id, Tags: tags }) => ({ id, tags })),
      ),
  }),
  aws_vpc_endpoint: ec2({
    by: { "vpc-id": "vpc_id", "service-name": "service_name" },
    unique: true,
    describe: (client, Filters) =>
      all(paginateDescribeVpcEndpoints({ client }, { Filters }), ({ VpcEndpoints }) =>
        VpcEndpoints?.map(({ VpcEndpointId: id, State: state }) => ({ id, state })),
      ),
  }),
  aws_security_group: ec2({
    by: { "vpc-id": "vpc_id", "group-name": "name" },
    unique: true,
    describe: (client, Filters) =>
      all(paginateDescribeSecurityGroups({ client }, { Filters }), ({ SecurityGroups }) =>
        SecurityGroups?.map(({ GroupId: id }) => ({ id })),
      ),
  }),
  aws_flow_log: ec2({
    by: { "resource-id": ["vpc_id", "transit_gateway_id"] },
    unique: true,
    describe: async (client, Filter, planned) => {
      const logs = await all(paginateDescribeFlowLogs({ client }, { Filter }), ({ FlowLogs }) => FlowLogs);
      return logs
        .filter(({ LogDestination }) => LogDestination === planned.text("log_destination"))
        .map(({ FlowLogId: id }) => ({ id }));
    },
  }),
  aws_ec2_transit_gateway: ec2({
    by: {},
    unique: false,
    describe: (client) =>
      all(paginateDescribeTransitGateways({ client }, {}), ({ TransitGateways }) =>
        TransitGateways?.map(({ TransitGatewayId: id, State: state, Tags: tags }) => ({ id, state, tags })),
      ),
  }),
  aws_ec2_transit_gateway_route_table: ec2({
    by: { "transit-gateway-id": "transit_gateway_id" },
    unique: false,
    describe: (client, Filters) =>
      all(paginateDescribeTransitGatewayRouteTables({ client }, { Filters }), (page) =>
        page.TransitGatewayRouteTables?.map(({ TransitGatewayRouteTableId: id, State: state, Tags: tags }) => ({
          id,
          state,
          tags,
        })),
      ),
  }),
  aws_ec2_transit_gateway_vpc_attachment: ec2({
    by: { "transit-gateway-id": "transit_gateway_id", "vpc-id": "vpc_id" },
    unique: true,
    describe: (client, Filters) =>
      all(paginateDescribeTransitGatewayVpcAttachments({ client }, { Filters }), (page) =>
        page.TransitGatewayVpcAttachments?.map(({ TransitGatewayAttachmentId: id, State: state }) => ({ id, state })),
      ),
  }),
  aws_ec2_transit_gateway_peering_attachment: ec2({
    by: { "transit-gateway-id": "transit_gateway_id" },
    unique: true,
    describe: (client, Filters) =>
      all(paginateDescribeTransitGatewayPeeringAttachments({ client }, { Filters }), (page) =>
        page.TransitGatewayPeeringAttachments?.map(({ TransitGatewayAttachmentId: id, State: state }) => ({
          id,
          state,
        })),
      ),
  }),
  aws_ec2_transit_gateway_peering_attachment_accepter: named(["transit_gateway_attachment_id"]),
  aws_customer_gateway: ec2({
    by: { "ip-address": "ip_address" },
    unique: false,
    describe: async (client, Filters) =>
      (await client.send(new DescribeCustomerGatewaysCommand({ Filters }))).CustomerGateways?.map(
        ({ CustomerGatewayId: id, State: state, Tags: tags }) => ({ id, state, tags }),
      ) ?? [],
  }),
  aws_vpn_connection: ec2({
    by: { "customer-gateway-id": "customer_gateway_id", "transit-gateway-id": "transit_gateway_id" },
    unique: false,
    describe: async (client, Filters) =>
      (await client.send(new DescribeVpnConnectionsCommand({ Filters }))).VpnConnections?.map(
        ({ VpnConnectionId: id, State: state, Tags: tags }) => ({ id, state, tags }),
      ) ?? [],
  }),
  aws_dx_gateway: repeatable(
    "Direct Connect gateways have no tags and may share a name: a second one is made, and the first costs nothing",
  ),
  aws_dx_gateway_association: named(["dx_gateway_id", "associated_gateway_id"], "/"),
  aws_vpc_ipam: ec2({
    by: {},
    unique: false,
    describe: (client) =>
      all(paginateDescribeIpams({ client }, {}), ({ Ipams }) =>
        Ipams?.map(({ IpamId: id, State: state, Tags: tags }) => ({ id, state, tags })),
      ),
  }),
  aws_vpc_ipam_organization_admin_account: named(["delegated_admin_account_id"]),
  aws_vpc_ipam_pool: ec2({
    by: {},
    unique: false,
    describe: (client) =>
      all(paginateDescribeIpamPools({ client }, {}), ({ IpamPools }) =>
        IpamPools?.map(({ IpamPoolId: id, State: state, Tags: tags }) => ({ id, state, tags })),
      ),
  }),
  aws_vpc_ipam_pool_cidr: named(["cidr", "ipam_pool_id"], "_"),
  aws_ec2_transit_gateway_route: named(["transit_gateway_route_table_id", "destination_cidr_block"], "_"),
  aws_ec2_transit_gateway_route_table_association: named(
    ["transit_gateway_route_table_id", "transit_gateway_attachment_id"],
    "_",
  ),
  aws_ec2_transit_gateway_route_table_propagation: named(
    ["transit_gateway_route_table_id", "transit_gateway_attachment_id"],
    "_",
  ),
  aws_route: named(["route_table_id", "destination_cidr_block"], "_"),
  aws_route_table_association: named(["subnet_id", "route_table_id"], "/"),
  aws_default_network_acl: repeatable("Terraform adopts the ACL that comes with the VPC"),
  aws_default_security_group: repeatable("Terraform adopts the group that comes with the VPC"),
  aws_networkfirewall_firewall: networkFirewall("firewall"),
  aws_networkfirewall_firewall_policy: networkFirewall("firewall-policy"),
  aws_networkfirewall_logging_configuration: named(["firewall_arn"]),
  aws_networkfirewall_rule_group: networkFirewall("stateful-rulegroup"),
};

/** Imported by ARN, which holds the name ("Resource types defined by AWS Network Firewall", Service Authorization Reference). */
function networkFirewall(type: string): Row {
  return {
    is: "named",
    importId: (planned, { place: { partition, region, account } }) =>
      joined([`arn:${partition}:network-firewall:${region}:${account}:${type}`, planned.text("name")], "/"),
  };
}
