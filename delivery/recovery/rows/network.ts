import {
  EC2Client,
  type Filter,
  paginateDescribeFlowLogs,
  paginateDescribeInternetGateways,
  paginateDescribeRouteTables,
  paginateDescribeSecurityGroups,
  paginateDescribeSubnets,
  paginateDescribeTransitGatewayRouteTables,
  paginateDescribeTransitGateways,
  paginateDescribeTransitGatewayVpcAttachments,
  paginateDescribeVpcEndpoints,
  paginateDescribeVpcs,
} from "@aws-sdk/client-ec2";
import type { PlannedResource } from "../planned-resource";
import { named, repeatable, type Row, type Rows } from "../row";
import { all, hasTags, present, settled } from "../search";

interface Found {
  readonly id: string | undefined;
  readonly state?: string | undefined;
  readonly tags?: Parameters<typeof hasTags>[1];
}

interface Ec2Search {
  /** Filter of the Describe operation → planned attribute. They must be known. */
  readonly by: Readonly<Record<string, string>>;
  /** Whether the filters identify one object; else all its planned tags do, `Name` and `landfall:stack` among them. */
  readonly unique: boolean;
  readonly describe: (client: EC2Client, filters: Filter[], planned: PlannedResource) => Promise<readonly Found[]>;
}

/** States of objects that are no more, or will be soon (Amazon EC2 API Reference). */
const goneStates = ["deleted", "deleting", "failed", "failing", "rejected", "expired"];
const pendingStates = ["pending", "initiating", "initiatingRequest", "modifying"];

function ec2({ by, unique, describe }: Ec2Search): Row {
  return {
    is: "searched",
    find: async (planned, search) => {
      const values = Object.entries(by).map(([filter, attribute]) => [filter, planned.text(attribute)] as const);
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
    by: { "resource-id": "vpc_id" },
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
  aws_default_security_group: repeatable("Terraform adopts the group that comes with the VPC"),
};
