import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logBucketArn } from "../../declaration/names";
import { resource } from "../../stack/resource";

/**
 * `aws_flow_log.transit_gateway`, which no VPC is called: what passes the hub, attachment by attachment, to the log archive. AWS takes no other
 * interval and no choice of traffic here ("Create a Transit Gateway Flow Logs record", Amazon VPC Transit Gateways guide;
 * Amazon EC2 API Reference, CreateFlowLogs).
 */
export function addTransitGatewayFlowLog(stack: TerraformStack, zone: LandingZone): void {
  resource(stack, FlowLog, "transit_gateway", {
    transitGatewayId: zone.ids.get("transit-gateway"),
    logDestinationType: "s3",
    logDestination: logBucketArn(zone, "flow-logs"),
    maxAggregationInterval: 60,
    tags: { Name: "transit-gateway" },
  });
}
