import type { AccountArns } from "../arns";
import type { PolicyStatement } from "../../../stack/policy-document";

/** Kinesis' streams, never what is in them: no action here puts or reads a record. */
export function dataStreamPermissions(arns: AccountArns): readonly PolicyStatement[] {
  return [
    {
      Sid: "DataStreams",
      Effect: "Allow",
      Action: [
        "kinesis:AddTagsToStream",
        "kinesis:CreateStream",
        "kinesis:DecreaseStreamRetentionPeriod",
        "kinesis:DeleteStream",
        "kinesis:DescribeStreamSummary",
        "kinesis:IncreaseStreamRetentionPeriod",
        "kinesis:ListTagsForStream",
        "kinesis:RemoveTagsFromStream",
        "kinesis:StartStreamEncryption",
        "kinesis:UpdateShardCount",
        "kinesis:UpdateStreamMode",
      ],
      Resource: arns("kinesis", "stream/*"),
    },
  ];
}
