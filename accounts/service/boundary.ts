import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { TerraformStack } from "cdktf";
import type { Account, LandingZone } from "../../declaration/model";
import {
  centralBusArn,
  offerRoleName,
  serviceBoundaryName,
  serviceRolePath,
  serviceStateBucketName,
} from "../../declaration/names";
import { resource } from "../../stack/resource";
import { policyDocument, type PolicyStatement } from "../../stack/policy-document";

/** `aws_iam_policy.landfall-service-boundary`: the most that any role of a service may do. */
export function addServiceBoundary(stack: TerraformStack, zone: LandingZone, account: Account): IamPolicy {
  return resource(stack, IamPolicy, serviceBoundaryName, {
    name: serviceBoundaryName,
    description: "The most that a role under /service/ may do: use data of its own account, and tell what it does",
    policy: policyDocument(boundaryStatements(zone, account)),
  });
}

/**
 * Data of the own account and telemetry. No IAM, of STS the roles of offers alone, no Organizations, nothing that creates infrastructure; the
 * service's Terraform state is out of reach because it may hold secrets.
 */
export function boundaryStatements(zone: LandingZone, account: Account): readonly PolicyStatement[] {
  const stateBucket = `arn:${zone.partition}:s3:::${serviceStateBucketName(zone, account.name)}`;
  return [
    {
      Sid: "DataOfOwnAccount",
      Effect: "Allow",
      Action: [...dataActions],
      Resource: "*",
      Condition: { StringEquals: { "aws:ResourceAccount": zone.ids.get(`account/${account.name}`) } },
    },
    ...centralBus(zone, account),
    ...offers(zone, account),
    { Sid: "Telemetry", Effect: "Allow", Action: [...telemetryActions], Resource: "*" },
    { Sid: "NoState", Effect: "Deny", Action: "s3:*", Resource: [stateBucket, `${stateBucket}/*`] },
  ];
}

/** Functions put events on the bus that the account joins. */
function centralBus(zone: LandingZone, { service }: Account): readonly PolicyStatement[] {
  const center = zone.foundation["shared-services"];
  if (service?.eventBus === undefined || !center) return [];
  const busArn = centralBusArn(zone, center.name, service.eventBus);
  return [{ Sid: "CentralBus", Effect: "Allow", Action: "events:PutEvents", Resource: busArn }];
}

/** State machines take on roles by which services of other accounts offer functions; whose trust lets them in is up to those. */
function offers({ partition, ids }: LandingZone, { service }: Account): readonly PolicyStatement[] {
  if (service?.eventBus === undefined || !ids.has("organization")) return [];
  return [
    {
      Sid: "Offers",
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Resource: `arn:${partition}:iam::*:role${serviceRolePath}${offerRoleName("*", "*")}`,
      Condition: { StringEquals: { "aws:ResourceOrgID": ids.get("organization") } },
    },
  ];
}

const dataActions = [
  "dynamodb:BatchGetItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  "dynamodb:DescribeStream",
  "dynamodb:DescribeTable",
  "dynamodb:GetItem",
  "dynamodb:GetRecords",
  "dynamodb:GetShardIterator",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:UpdateItem",
  "events:PutEvents",
  "firehose:PutRecordBatch",
  "kinesis:DescribeStream",
  "kinesis:DescribeStreamSummary",
  "kinesis:GetRecords",
  "kinesis:GetShardIterator",
  "kinesis:ListShards",
  "kinesis:PutRecords",
  "kms:Decrypt",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "lambda:InvokeFunction",
  "rds-data:ExecuteStatement",
  "s3:AbortMultipartUpload",
  "s3:DeleteObject",
  "s3:GetBucketLocation",
  "s3:GetObject",
  "s3:ListBucket",
  "s3:ListBucketMultipartUploads",
  "s3:PutObject",
  "secretsmanager:GetSecretValue",
  "ses:SendEmail",
  "sns:Publish",
  "sqs:ChangeMessageVisibility",
  "sqs:DeleteMessage",
  "sqs:GetQueueAttributes",
  "sqs:ReceiveMessage",
  "sqs:SendMessage",
  "ssm:GetParameter",
  "ssm:GetParameters",
  "ssm:GetParametersByPath",
  "states:DescribeExecution",
  "states:StartExecution",
  "states:StopExecution",
] as const;

const telemetryActions = [
  "cloudwatch:PutMetricData",
  // It names no resource, so no account of one; it lists streams of the caller's account alone.
  "dynamodb:ListStreams",
  // As above, of Kinesis.
  "kinesis:ListStreams",
  "logs:CreateLogDelivery",
  "logs:CreateLogGroup",
  "logs:CreateLogStream",
  "logs:DeleteLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeLogStreams",
  "logs:DescribeResourcePolicies",
  "logs:FilterLogEvents",
  "logs:GetLogDelivery",
  "logs:GetLogEvents",
  "logs:ListLogDeliveries",
  "logs:PutLogEvents",
  "logs:PutResourcePolicy",
  "logs:UpdateLogDelivery",
  "xray:GetSamplingRules",
  "xray:GetSamplingTargets",
  "xray:PutTelemetryRecords",
  "xray:PutTraceSegments",
] as const;
