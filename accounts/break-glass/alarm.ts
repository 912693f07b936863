import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { TerraformProvider, TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { breakGlassRole } from "../../declaration/names";
import { eventBridgeEncrypts, publishedByRule } from "../../security/published-by-rule";
import { addTopicKey } from "../../security/topic-key";
import { addAlertTopic } from "../../stack/alert-topic";
import { globalProvider } from "../../stack/global-provider";
import { policyDocument } from "../../stack/policy-document";
import { resource } from "../../stack/resource";

const name = "landfall-break-glass";

/**
 * Every use of the role, and every attempt, as STS records it. A call that assumes a role is a read-only event, which EventBridge delivers to rules of this
 * state alone (EventBridge User Guide, "Read-only management events from AWS services").
 */
const state = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";
const eventPattern = JSON.stringify({
  source: ["aws.sts"],
  "detail-type": ["AWS API Call via CloudTrail"],
  detail: {
    eventSource: ["sts.amazonaws.com"],
    eventName: ["AssumeRole"],
    requestParameters: { roleArn: [{ suffix: `:role/${breakGlassRole}` }] },
  },
});

/** Writes to people whenever somebody assumes the role for emergencies, in whichever account, by either endpoint of STS that the role lets in. */
export function addBreakGlassAlarm(
  stack: TerraformStack,
  zone: LandingZone,
  accountId: string,
  alertEmail: string,
): void {
  const events = `arn:${zone.partition}:events:${zone.regions.home}:${accountId}`;
  const description = "Uses of the role for emergencies on their way to people";
  const keyOf = { address: "break-glass", alias: `alias/${name}`, description, accountId };
  const topic = addAlertTopic(stack, {
    address: "break-glass",
    name,
    arn: `arn:${zone.partition}:sns:${zone.regions.home}:${accountId}:${name}`,
    key: addTopicKey(stack, zone, keyOf, eventBridgeEncrypts).arn,
    emails: { "break-glass": alertEmail },
    publish: publishedByRule(accountId, `${events}:rule/${name}`),
  });
  const rule = addRule(stack, "break-glass", undefined);
  resource(stack, CloudwatchEventTarget, "break-glass", { rule: rule.name, targetId: "topic", arn: topic.arn });
  const provider = globalProvider(stack, zone);
  if (provider) forward(stack, provider, accountId, `${events}:event-bus/default`);
}

function addRule(stack: TerraformStack, address: string, provider: TerraformProvider | undefined): CloudwatchEventRule {
  return resource(stack, CloudwatchEventRule, address, {
    name,
    description: `Somebody assumes ${breakGlassRole}, or tries to`,
    eventPattern,
    state,
    ...(provider ? { provider } : {}),
  });
}

/** From the region of STS's global endpoint to the home region's bus: EventBridge User Guide, "Sending and receiving events between AWS Regions". */
function forward(stack: TerraformStack, provider: TerraformProvider, account: string, bus: string): void {
  const rule = addRule(stack, "break-glass-global", provider);
  const role = resource(stack, IamRole, "break-glass-events", {
    name: "landfall-break-glass-events",
    description: "Lets EventBridge forward uses of the role for emergencies to the home region",
    assumeRolePolicy: policyDocument([
      {
        Sid: "EventBridgeAssumes",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": account } },
      },
    ]),
  });
  resource(stack, IamRolePolicy, "break-glass-events", {
    name: "forward",
    role: role.name,
    policy: policyDocument([{ Sid: "Forward", Effect: "Allow", Action: "events:PutEvents", Resource: bus }]),
  });
  resource(stack, CloudwatchEventTarget, "break-glass-global", {
    rule: rule.name,
    targetId: "home",
    arn: bus,
    roleArn: role.arn,
    provider,
  });
}
