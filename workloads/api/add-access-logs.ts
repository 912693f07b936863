import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogSubscriptionFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-subscription-filter";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { Placement } from "../microservice/placement";

/** The API's access log, subscribed to the log archive's destination where the zone has one. */
export function addAccessLogs(stack: TerraformStack, placement: Placement, name: string): CloudwatchLogGroup {
  const group = resource(stack, CloudwatchLogGroup, "access-logs", {
    name,
    retentionInDays: placement.settings.logRetentionDays,
  });
  if (placement.accessLogDestination !== undefined)
    resource(stack, CloudwatchLogSubscriptionFilter, "access-logs", {
      name: "log-archive",
      logGroupName: group.name,
      filterPattern: "",
      destinationArn: placement.accessLogDestination,
    });
  return group;
}
