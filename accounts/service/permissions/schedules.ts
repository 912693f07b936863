import type { PolicyStatement } from "../../../stack/policy-document";
import type { AccountArns } from "../arns";

/** The service's rules on the account's default bus: those that call its consumers by the clock. The queues that they fill are queues like any other. */
export function schedulePermissions(arns: AccountArns, service: string): readonly PolicyStatement[] {
  return [
    {
      Sid: "Schedules",
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
      Resource: arns("events", `rule/${service}-*`),
    },
  ];
}
