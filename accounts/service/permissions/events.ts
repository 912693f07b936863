import type { PolicyStatement } from "../../../stack/policy-document";
import type { AccountArns } from "../arns";

/** The service's bus with its rules, and the queues that these fill; never an event or a message. For services on a central bus. */
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
      Action: [
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
      ],
      Resource: arns("events", "rule/*"),
    },
    {
      Sid: "EventQueues",
      Effect: "Allow",
      Action: [
        "sqs:CreateQueue",
        "sqs:DeleteQueue",
        "sqs:GetQueueAttributes",
        "sqs:GetQueueUrl",
        "sqs:ListQueueTags",
        "sqs:SetQueueAttributes",
        "sqs:TagQueue",
        "sqs:UntagQueue",
      ],
      Resource: arns("sqs", "*"),
    },
  ];
}
