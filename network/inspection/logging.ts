import { NetworkfirewallLoggingConfiguration } from "@cdktf/provider-aws/lib/networkfirewall-logging-configuration";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { inspectionFirewallArn, logBucketName } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { addFlowLog } from "../vpc/flow-log";

/**
 * What passes the inspection VPC, to the log archive: the VPC's flow log, and what the firewall drops (`ALERT`) and sees (`FLOW`),
 * below `AWSLogs/` in the same bucket ("Sending AWS Network Firewall logs to Amazon S3").
 *
 * @param account name of the network account
 */
export function addInspectionLogs(stack: TerraformStack, zone: LandingZone, account: string): void {
  if (zone.network.inspection === undefined) return;
  addFlowLog(stack, zone, "inspection", zone.ids.get("hub-vpc/inspection"));
  resource(stack, NetworkfirewallLoggingConfiguration, "inspection", {
    firewallArn: inspectionFirewallArn(zone, account),
    loggingConfiguration: {
      logDestinationConfig: ["ALERT", "FLOW"].map((logType) => ({
        logType,
        logDestinationType: "S3",
        logDestination: { bucketName: logBucketName(zone, "flow-logs") },
      })),
    },
  });
}
