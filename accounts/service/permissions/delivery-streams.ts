import type { AccountArns } from "../arns";
import type { PolicyStatement } from "../../../stack/policy-document";

/** Firehose's streams with their logs, and how Athena queries what they deliver; no action here puts a record or runs a query. */
export function deliveryStreamPermissions(arns: AccountArns): readonly PolicyStatement[] {
  return [
    {
      Sid: "DeliveryStreams",
      Effect: "Allow",
      Action: [
        "firehose:CreateDeliveryStream",
        "firehose:DeleteDeliveryStream",
        "firehose:DescribeDeliveryStream",
        "firehose:ListTagsForDeliveryStream",
        "firehose:StartDeliveryStreamEncryption",
        "firehose:StopDeliveryStreamEncryption",
        "firehose:TagDeliveryStream",
        "firehose:UntagDeliveryStream",
        "firehose:UpdateDestination",
        "logs:CreateLogStream",
        "logs:DeleteLogStream",
        "logs:DescribeLogStreams",
      ],
      Resource: [arns("firehose", "deliverystream/*"), arns("logs", "log-group:/aws/kinesisfirehose/*")],
    },
    {
      Sid: "Catalog",
      Effect: "Allow",
      Action: [
        "athena:CreateWorkGroup",
        "athena:DeleteWorkGroup",
        "athena:GetWorkGroup",
        "athena:ListTagsForResource",
        "athena:TagResource",
        "athena:UntagResource",
        "athena:UpdateWorkGroup",
        "glue:CreateDatabase",
        "glue:CreateTable",
        "glue:DeleteDatabase",
        "glue:DeleteTable",
        "glue:GetDatabase",
        "glue:GetPartitionIndexes",
        "glue:GetTable",
        "glue:GetTags",
        "glue:TagResource",
        "glue:UntagResource",
        "glue:UpdateDatabase",
        "glue:UpdateTable",
      ],
      Resource: [
        arns("athena", "workgroup/*"),
        arns("glue", "catalog"),
        arns("glue", "database/*"),
        arns("glue", "table/*"),
      ],
    },
  ];
}
