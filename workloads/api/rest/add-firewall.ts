import type { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import {
  Wafv2WebAcl,
  type Wafv2WebAclRule,
  type Wafv2WebAclVisibilityConfig,
} from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import { Wafv2WebAclLoggingConfiguration } from "@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration";
import { resource } from "../../../stack/resource";
import type { RestContext } from "./rest-context";

/** AWS WAF Developer Guide, "AWS Managed Rules rule groups list": what every API is asked by scanners sooner or later. */
const managedGroups = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"] as const;

/** A web ACL in front of the stage: a limit for each address first, for it is the cheapest, then AWS's managed rules. */
export function addFirewall({ stack, placement, input }: RestContext, stage: ApiGatewayStage): void {
  const { firewall } = input.api;
  if (firewall === undefined) return;
  const name = `${input.service}-api`;
  const acl = resource(stack, Wafv2WebAcl, "api", {
    name,
    description: `In front of the API of ${input.service}`,
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    visibilityConfig: visibility(name),
    rule: [rateRule(firewall.requestsPerFiveMinutes), ...managedGroups.map(managedRule)],
  });
  resource(stack, Wafv2WebAclAssociation, "api", { resourceArn: stage.arn, webAclArn: acl.arn });
  if (placement.firewallLogs === undefined) return;
  resource(stack, Wafv2WebAclLoggingConfiguration, "api", {
    resourceArn: acl.arn,
    logDestinationConfigs: [placement.firewallLogs],
    // Tokens are in them, and more people read logs than may act as a client.
    redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "x-api-key" } }],
  });
}

/** Statements contain statements, so that the bindings leave their names as Terraform has them. */
function rateRule(limit: number): Wafv2WebAclRule {
  return {
    name: "rate",
    priority: 0,
    action: { block: {} },
    statement: { rate_based_statement: { aggregate_key_type: "IP", limit, evaluation_window_sec: 300 } },
    visibilityConfig: visibility("rate"),
  };
}

function managedRule(name: string, index: number): Wafv2WebAclRule {
  return {
    name,
    priority: index + 1,
    overrideAction: { none: {} },
    statement: { managed_rule_group_statement: { vendor_name: "AWS", name } },
    visibilityConfig: visibility(name),
  };
}

function visibility(metricName: string): Wafv2WebAclVisibilityConfig {
  return { cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}
