import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * EventBridge User Guide, "Managing access permissions to your Amazon EventBridge resources"; SNS Developer Guide,
 * "Amazon SNS API permissions".
 */
export const protectFindingAlerts: Guardrail = {
  name: "protect-finding-alerts",
  group: "detection",
  kind: "scp",
  intent: "The rule and the topic that tell the security team of findings go on telling it.",
  suggested: "security",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectFindingRule",
      Effect: "Deny",
      Action: [
        "events:DeleteRule",
        "events:DisableRule",
        "events:PutRule",
        "events:PutTargets",
        "events:RemoveTargets",
      ],
      Resource: `arn:${context.zone.partition}:events:*:*:rule/${context.zone.organization.name}-findings`,
      Condition: unlessExempt(context),
    },
    {
      Sid: "ProtectFindingTopic",
      Effect: "Deny",
      Action: [
        "sns:AddPermission",
        "sns:DeleteTopic",
        "sns:RemovePermission",
        "sns:SetTopicAttributes",
        "sns:Subscribe",
      ],
      Resource: `arn:${context.zone.partition}:sns:*:*:${context.zone.organization.name}-findings`,
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "findings-are-routed",
      sentence: "Nobody but the exempt roles can stop, narrow or redirect the rule that picks findings.",
      denied: {
        actions: [
          "events:DisableRule",
          "events:DeleteRule",
          "events:PutRule",
          "events:PutTargets",
          "events:RemoveTargets",
        ],
        resources: [`arn:${context.zone.partition}:events:*:*:rule/${context.zone.organization.name}-findings`],
        unless: [byExempt(context)],
      },
    },
    {
      id: "findings-are-told",
      sentence:
        "Nobody but the exempt roles can delete the topic of findings, or change who may publish to it and who hears of it.",
      denied: {
        actions: [
          "sns:DeleteTopic",
          "sns:SetTopicAttributes",
          "sns:AddPermission",
          "sns:RemovePermission",
          "sns:Subscribe",
        ],
        resources: [`arn:${context.zone.partition}:sns:*:*:${context.zone.organization.name}-findings`],
        unless: [byExempt(context)],
      },
    },
  ],
};
