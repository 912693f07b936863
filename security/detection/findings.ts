import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { addFindingsTopic } from "./findings-topic";

/** Labels of Security Hub's severities, least severe first: AWS Security Finding Format, "Severity". */
const severities = ["INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"] as const;

type Severity = LandingZone["security"]["minimumSeverity"];

/** One way of findings to people. */
interface Route {
  /** Name of its Terraform resources. */
  readonly address: string;
  readonly name: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly emails: Readonly<Record<string, string>>;
}

/**
 * Sends new findings to people: those of the zone's minimum severity and above to one topic, those of single severities to more topics where
 * the zone declares them. Rules on Security Hub's events are enough: GuardDuty, Access Analyzer, Macie, Inspector and the standards all
 * report to it.
 */
export function addFindingRouting(stack: TerraformStack, zone: LandingZone, keyArn: string): void {
  const { minimumSeverity, findingsEmail, alerts } = zone.security;
  const name = `${zone.organization.name}-findings`;
  const routes: readonly Route[] = [
    {
      address: "findings",
      name,
      description: `New findings of severity ${minimumSeverity} and above`,
      labels: labelsFrom(minimumSeverity),
      emails: findingsEmail === undefined ? {} : { findings: findingsEmail },
    },
    ...Object.entries(alerts).map(([alert, { severities: declared, emails }]) => ({
      address: `findings-${alert}`,
      name: `${name}-${alert}`,
      description: `New findings for ${alert}`,
      labels: severities.filter((label) => declared.some((each) => each === label)),
      emails: Object.fromEntries(emails.map((email) => [`findings-${alert}--${addressOf(email)}`, email])),
    })),
  ];
  for (const route of routes) addRoute(stack, zone, route, keyArn);
}

function addRoute(stack: TerraformStack, zone: LandingZone, route: Route, keyArn: string): void {
  const { address, name, description, labels, emails } = route;
  const accountId = zone.ids.get(`account/${zone.foundation["security-tooling"].name}`);
  const ruleArn = `arn:${zone.partition}:events:${zone.regions.home}:${accountId}:rule/${name}`;
  const topic = addFindingsTopic(stack, zone, { address, name, ruleArn, keyArn, emails });
  const rule = resource(stack, CloudwatchEventRule, address, {
    name,
    description,
    eventPattern: JSON.stringify(findingsPattern(labels)),
  });
  resource(stack, CloudwatchEventTarget, address, { rule: rule.name, targetId: "topic", arn: topic.arn });
}

/** Labels of a severity and those above. */
export function labelsFrom(minimum: Severity): readonly string[] {
  return severities.slice(severities.indexOf(minimum));
}

/** EventBridge pattern: Security Hub User Guide, "EventBridge event formats for Security Hub". */
export function findingsPattern(labels: readonly string[]): object {
  return {
    source: ["aws.securityhub"],
    "detail-type": ["Security Hub Findings - Imported"],
    detail: {
      findings: {
        RecordState: ["ACTIVE"],
        Severity: { Label: labels },
        Workflow: { Status: ["NEW"] },
      },
    },
  };
}

/** No two emails have the same address: what Terraform does not take is written by its code. */
function addressOf(email: string): string {
  return email.replace(/[^A-Za-z0-9]/g, (character) => `_${character.charCodeAt(0).toString(16)}`);
}
