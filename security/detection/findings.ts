import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { addFindingsTopic } from "./findings-topic";

/** Labels of Security Hub's severities, least severe first: AWS Security Finding Format, "Severity". */
const severities = ["INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"] as const;

/**
 * Sends new findings of the zone's minimum severity and above to people. One rule is enough: GuardDuty, Access Analyzer
 * and the standards all report to Security Hub.
 */
export function addFindingRouting(stack: TerraformStack, zone: LandingZone): void {
  const accountId = zone.ids.get(`account/${zone.foundation["security-tooling"].name}`);
  const name = `${zone.organization.name}-findings`;
  const ruleArn = `arn:${zone.partition}:events:${zone.regions.home}:${accountId}:rule/${name}`;
  const topic = addFindingsTopic(stack, zone, ruleArn);
  const rule = resource(stack, CloudwatchEventRule, "findings", {
    name,
    description: `New findings of severity ${zone.security.minimumSeverity} and above`,
    eventPattern: JSON.stringify(findingsPattern(zone.security.minimumSeverity)),
  });
  resource(stack, CloudwatchEventTarget, "findings", { rule: rule.name, targetId: "topic", arn: topic.arn });
}

/** EventBridge pattern: Security Hub User Guide, "EventBridge event formats for Security Hub". */
export function findingsPattern(minimum: LandingZone["security"]["minimumSeverity"]): object {
  return {
    source: ["aws.securityhub"],
    "detail-type": ["Security Hub Findings - Imported"],
    detail: {
      findings: {
        RecordState: ["ACTIVE"],
        Severity: { Label: severities.slice(severities.indexOf(minimum)) },
        Workflow: { Status: ["NEW"] },
      },
    },
  };
}
