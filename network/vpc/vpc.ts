import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logBucketArn } from "../../declaration/names";
import { resource } from "../../stack/resource";

/**
 * A VPC as every VPC of the zone is: DNS on, its default security group closed (Security Hub control EC2.2), all its
 * traffic logged to the log archive. Its address is `aws_vpc.<name>`.
 */
export function addVpc(stack: TerraformStack, zone: LandingZone, name: string, cidrBlock: string): Vpc {
  const vpc = resource(stack, Vpc, name, {
    cidrBlock,
    enableDnsSupport: true,
    enableDnsHostnames: true,
    tags: { Name: name },
  });
  resource(stack, DefaultSecurityGroup, name, { vpcId: vpc.id, ingress: [], egress: [] });
  resource(stack, FlowLog, name, {
    vpcId: vpc.id,
    trafficType: "ALL",
    logDestinationType: "s3",
    logDestination: logBucketArn(zone, "flow-logs"),
    maxAggregationInterval: 600,
    tags: { Name: name },
  });
  return vpc;
}
