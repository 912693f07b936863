import type { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { TerraformStack } from "cdktf";
import { gatewayServices } from "../../declaration/endpoint-services";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { gatewayEndpointPolicy } from "./endpoint-policy";

/**
 * S3 and DynamoDB, which are free, stay off the hub: `aws_vpc_endpoint.s3` and `aws_vpc_endpoint.dynamodb`.
 *
 * @param prefix of the addresses, where a stack has several VPCs
 */
export function addGatewayEndpoints(
  stack: TerraformStack,
  zone: LandingZone,
  vpc: Vpc,
  table: RouteTable,
  prefix = "",
): void {
  for (const service of gatewayServices)
    resource(stack, VpcEndpoint, `${prefix}${service}`, {
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${zone.regions.home}.${service}`,
      vpcEndpointType: "Gateway",
      routeTableIds: [table.id],
      policy: JSON.stringify(gatewayEndpointPolicy(zone, service)),
      tags: { Name: `${prefix}${service}` },
    });
}
