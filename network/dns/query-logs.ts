import type { RamResourceShare } from "@cdktf/provider-aws/lib/ram-resource-share";
import { Route53ResolverQueryLogConfig } from "@cdktf/provider-aws/lib/route53-resolver-query-log-config";
import type { TerraformStack } from "cdktf";
import type { IdKey } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { logBucketArn } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { shareResolution } from "./share";

/**
 * `dns.queryLogs`: `aws_route53_resolver_query_log_config.organization`, to the bucket of flow logs, whose policy lets the same service
 * write both ("AWS resources that you can send Resolver query logs to", Route 53 Developer Guide).
 */
export function addQueryLogs(
  stack: TerraformStack,
  zone: LandingZone,
  share: RamResourceShare,
): Partial<Record<IdKey, string>> {
  if (!zone.dns.queryLogs) return {};
  const config = resource(stack, Route53ResolverQueryLogConfig, "organization", {
    name: `${zone.organization.name}-query-logs`,
    destinationArn: logBucketArn(zone, "flow-logs"),
  });
  shareResolution(stack, share, "query-log-config", config.arn);
  return { "query-log-config": config.id };
}
