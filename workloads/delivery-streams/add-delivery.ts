import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogStream } from "@cdktf/provider-aws/lib/cloudwatch-log-stream";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import type { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import type { TerraformStack } from "cdktf";
import { policyDocument, type PolicyStatement } from "../../stack/policy-document";
import { resource } from "../../stack/resource";
import { dataStreamArn } from "../data-streams/names";
import { arn } from "../microservice/placement";
import type { Delivered } from "./delivered";
import { deliveryStreamName, folders } from "./names";
import { deliveryPrefix } from "./partitions";

/** Of the log group; Firehose writes there what it could not deliver, and why. */
const logStream = "DestinationDelivery";

/** The data stream that a delivery stream reads. */
export interface Origin {
  /** As the definition calls it. */
  readonly name: string;
  readonly stream: KinesisStream;
}

/**
 * What Firehose gathers before it writes an object: whichever is first. Athena reads few large files faster than many small ones (Athena User Guide,
 * "Optimize data"), and nobody waits longer for a report than this.
 */
const buffer = { bufferingInterval: 300, bufferingSize: 64 } as const;

/**
 * The Firehose stream of one table with its role and its log. Everything but the table is at `<type>.<stream>_delivery`.
 *
 * @param from what it reads; functions put records when absent
 */
export function addDelivery(stack: TerraformStack, delivered: Delivered, stream: string, from?: Origin): void {
  const { service, placement, bucket } = delivered;
  const name = deliveryStreamName(service, stream);
  const address = `${stream}_delivery`;
  const logGroup = resource(stack, CloudwatchLogGroup, address, {
    name: logGroupName(name),
    retentionInDays: placement.settings.logRetentionDays,
  });
  const log = resource(stack, CloudwatchLogStream, address, { name: logStream, logGroupName: logGroup.name });
  const role = resource(stack, IamRole, address, {
    name: `${name}-delivery`,
    path: placement.rolePath,
    permissionsBoundary: placement.boundaryArn,
    description: `Delivers ${stream} of ${service}`,
    assumeRolePolicy: policyDocument([trust(placement.accountId)]),
  });
  const policy = resource(stack, IamRolePolicy, address, {
    name: "delivery",
    role: role.name,
    policy: policyDocument([...deliveryStatements(delivered, stream), ...readStatements(delivered, from?.name)]),
  });
  resource(stack, KinesisFirehoseDeliveryStream, address, {
    name,
    destination: "extended_s3",
    ...(from === undefined
      ? { serverSideEncryption: { enabled: true, keyType: "AWS_OWNED_CMK" } }
      : // Firehose keeps nothing of what it reads: the data stream does, encrypted (Firehose API Reference, "StartDeliveryStreamEncryption").
        {
          kinesisSourceConfiguration: {
            kinesisStreamArn: from.stream.arn,
            roleArn: role.arn,
          },
        }),
    extendedS3Configuration: {
      roleArn: role.arn,
      bucketArn: bucket.arn,
      prefix: deliveryPrefix(stream),
      errorOutputPrefix: `${folders.errors}${stream}/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/`,
      // Athena is paid by what it reads, and reads lines that are compressed.
      compressionFormat: "GZIP",
      ...buffer,
      cloudwatchLoggingOptions: { enabled: true, logGroupName: logGroup.name, logStreamName: log.name },
    },
    // Firehose tries its role when it is made.
    dependsOn: [policy],
  });
}

function logGroupName(stream: string): string {
  return `/aws/kinesisfirehose/${stream}`;
}

/** Firehose, for this account alone (Firehose Developer Guide, "Allow Firehose to assume an IAM role"). */
function trust(accountId: string): PolicyStatement {
  return {
    Sid: "FirehoseAssumes",
    Effect: "Allow",
    Principal: { Service: "firehose.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "sts:ExternalId": accountId } },
  };
}

/** Firehose Developer Guide, "Grant Firehose access to an Amazon S3 destination". */
function deliveryStatements({ service, placement, bucketName }: Delivered, stream: string): readonly PolicyStatement[] {
  const bucketArn = `arn:${placement.partition}:s3:::${bucketName}`;
  const group = logGroupName(deliveryStreamName(service, stream));
  return [
    {
      Sid: "FindBucket",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      Resource: bucketArn,
    },
    {
      Sid: "WriteRecords",
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
      Resource: [`${bucketArn}/${stream}/*`, `${bucketArn}/${folders.errors}${stream}/*`],
    },
    {
      Sid: "OwnLog",
      Effect: "Allow",
      Action: "logs:PutLogEvents",
      Resource: arn(placement, "logs", `log-group:${group}:log-stream:${logStream}`),
    },
  ];
}

/** Firehose Developer Guide, "Grant Firehose access to a Kinesis data stream"; the stream's key is AWS's own, which needs no permission. */
function readStatements({ service, placement }: Delivered, dataStream: string | undefined): readonly PolicyStatement[] {
  if (dataStream === undefined) return [];
  return [
    {
      Sid: "ReadDataStream",
      Effect: "Allow",
      Action: ["kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"],
      Resource: dataStreamArn(placement, service, dataStream),
    },
  ];
}
