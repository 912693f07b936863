import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logBucketArn } from "../../declaration/names";
import { resource } from "../../stack/resource";

/** All traffic of a VPC, logged to the log archive, whose bucket must be there. Its address is `aws_flow_log.<name>`. */
export function addFlowLog(stack: TerraformStack, zone: LandingZone, name: string, vpcId: string): void {
  resource(stack, FlowLog, name, {
    vpcId,
    trafficType: "ALL",
    logDestinationType: "s3",
    logDestination: logBucketArn(zone, "flow-logs"),
    maxAggregationInterval: 600,
    tags: { Name: name },
  });
}
