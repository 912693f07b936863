import type { AccountArns } from "../arns";
import type { PolicyStatement } from "../../../stack/policy-document";

/** Queues, never what is in them: no action here sends, receives or deletes a message. */
export function queuePermissions(arns: AccountArns): readonly PolicyStatement[] {
  return [
    {
      Sid: "Queues",
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
