import type { AccountArns } from "../arns";
import type { PolicyStatement } from "../../../stack/policy-document";

/** DynamoDB tables, never what is in them: no action here reads or writes an item. */
export function tablePermissions(arns: AccountArns): readonly PolicyStatement[] {
  return [
    {
      Sid: "Tables",
      Effect: "Allow",
      Action: [
        "dynamodb:CreateTable",
        "dynamodb:DeleteTable",
        "dynamodb:DescribeContinuousBackups",
        "dynamodb:DescribeContributorInsights",
        "dynamodb:DescribeTable",
        "dynamodb:DescribeTimeToLive",
        "dynamodb:ListTagsOfResource",
        "dynamodb:TagResource",
        "dynamodb:UntagResource",
        "dynamodb:UpdateContinuousBackups",
        "dynamodb:UpdateContributorInsights",
        "dynamodb:UpdateTable",
        "dynamodb:UpdateTimeToLive",
      ],
      Resource: arns("dynamodb", "table/*"),
    },
    {
      // The provider tells a table encrypted with the AWS managed key from one with a key of its own by this call.
      Sid: "DefaultKeyOfTables",
      Effect: "Allow",
      Action: "kms:DescribeKey",
      Resource: arns("kms", "key/*"),
      Condition: { StringEquals: { "kms:RequestAlias": "alias/aws/dynamodb" } },
    },
  ];
}
