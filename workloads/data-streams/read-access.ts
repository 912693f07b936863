import { deadLetterQueueName } from "../microservice/names";
import { arn, type Placement } from "../microservice/placement";
import type { Statement } from "../microservice/statement";
import { dataStreamArn } from "./names";

/** What Lambda reads a data stream with, in the function's role (Lambda guide, "Process Amazon Kinesis Data Streams records with Lambda"), and where it parks. */
export function readStatements(
  placement: Placement,
  service: string,
  stream: string,
  consumer: string,
): readonly Statement[] {
  return [
    {
      Sid: "TakeRecords",
      Effect: "Allow",
      Action: [
        "kinesis:DescribeStream",
        "kinesis:DescribeStreamSummary",
        "kinesis:GetRecords",
        "kinesis:GetShardIterator",
        "kinesis:ListShards",
      ],
      Resource: dataStreamArn(placement, service, stream),
    },
    // It has no resource type: "*" is all that AWS accepts (Service Authorization Reference, "Amazon Kinesis Data Streams").
    { Sid: "FindStream", Effect: "Allow", Action: ["kinesis:ListStreams"], Resource: "*" },
    {
      Sid: "ParkRecords",
      Effect: "Allow",
      Action: ["sqs:SendMessage"],
      Resource: arn(placement, "sqs", deadLetterQueueName(service, consumer)),
    },
  ];
}
