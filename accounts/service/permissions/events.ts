import type { PolicyStatement } from "../../../stack/policy-document";
import type { AccountArns } from "../arns";

/** Rules of EventBridge with their targets. */
export const ruleActions: readonly string[] = [
  "events:DeleteRule",
  "events:DescribeRule",
  "events:DisableRule",
  "events:EnableRule",
  "events:ListTagsForResource",
  "events:ListTargetsByRule",
  "events:PutRule",
  "events:PutTargets",
  "events:RemoveTargets",
  "events:TagResource",
  "events:UntagResource",
];

/** The service's bus with its rules, never an event. For services on a central bus; the queues that rules fill are queues like any other. */
export function eventPermissions(arns: AccountArns): readonly PolicyStatement[] {
  return [
    {
      Sid: "EventBuses",
      Effect: "Allow",
      Action: [
        "events:CreateEventBus",
        "events:DeleteEventBus",
        "events:DescribeEventBus",
        "events:ListTagsForResource",
        "events:PutPermission",
        "events:RemovePermission",
        "events:TagResource",
        "events:UntagResource",
        "events:UpdateEventBus",
      ],
      Resource: arns("events", "event-bus/*"),
    },
    {
      Sid: "EventRules",
      Effect: "Allow",
      Action: ruleActions,
      Resource: arns("events", "rule/*"),
    },
  ];
}
