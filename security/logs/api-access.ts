import { CloudwatchLogDestination } from "@cdktf/provider-aws/lib/cloudwatch-log-destination";
import { CloudwatchLogDestinationPolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-destination-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logBucketArn, logDestinationName } from "../../declaration/names";
import { policyDocument, type PolicyStatement } from "../../stack/policy-document";
import { resource } from "../../stack/resource";
import type { LogStore } from "./log-bucket";

/**
 * Where log groups of every account can send their access logs: a destination that the organisation's accounts may subscribe to, and a
 * stream from there into a bucket. CloudWatch Logs User Guide, "Cross-account cross-Region log group-level subscriptions", the example with
 * Firehose and an organisation.
 */
export function addApiAccessLogs(
  stack: TerraformStack,
  zone: LandingZone,
  { key, stores }: { readonly key: KmsKey; readonly stores: readonly LogStore[] },
): void {
  const store = stores.find(({ name }) => name === "api-access");
  if (store === undefined) return;
  const accountId = zone.ids.get(`account/${zone.foundation["log-archive"].name}`);
  const name = logDestinationName;
  const bucketArn = logBucketArn(zone, "api-access");
  const delivers = addRole(
    stack,
    { address: "api-access-delivery", name: `${name}-delivery` },
    "firehose.amazonaws.com",
    { "sts:ExternalId": accountId },
    [
      {
        Sid: "WriteLogs",
        Effect: "Allow",
        Action: [
          ...["s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"],
          ...["s3:ListBucketMultipartUploads", "s3:PutObject"],
        ],
        Resource: [bucketArn, `${bucketArn}/*`],
      },
      { Sid: "EncryptLogs", Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
    ],
  );
  const stream = resource(stack, KinesisFirehoseDeliveryStream, "api-access", {
    name,
    destination: "extended_s3",
    extendedS3Configuration: {
      roleArn: delivers.arn,
      bucketArn: store.bucket.arn,
      prefix: "logs/!{timestamp:yyyy/MM/dd}/",
      errorOutputPrefix: "errors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
      bufferingInterval: 300,
      bufferingSize: 5,
    },
  });
  const streamArn = `arn:${zone.partition}:firehose:${zone.regions.home}:${accountId}:deliverystream/${name}`;
  const sends = addRole(
    stack,
    { address: "api-access-sender", name: `${name}-sender` },
    "logs.amazonaws.com",
    { "aws:SourceOrgID": zone.ids.get("organization") },
    [
      {
        Sid: "PutRecords",
        Effect: "Allow",
        Action: ["firehose:PutRecord", "firehose:PutRecordBatch"],
        Resource: streamArn,
      },
    ],
  );
  const destination = resource(stack, CloudwatchLogDestination, "api-access", {
    name,
    roleArn: sends.arn,
    targetArn: stream.arn,
  });
  resource(stack, CloudwatchLogDestinationPolicy, "api-access", {
    destinationName: destination.name,
    accessPolicy: policyDocument([
      {
        Sid: "OrganizationSubscribes",
        Effect: "Allow",
        Principal: "*",
        Action: "logs:PutSubscriptionFilter",
        Resource: `arn:${zone.partition}:logs:${zone.regions.home}:${accountId}:destination:${name}`,
        Condition: { StringEquals: { "aws:PrincipalOrgID": [zone.ids.get("organization")] } },
      },
    ]),
  });
}

/** A role of one service. Firehose assumes it for the log archive alone; CloudWatch Logs for log groups of the organisation, wherever they are. */
function addRole(
  stack: TerraformStack,
  { address, name }: { readonly address: string; readonly name: string },
  service: string,
  onBehalfOf: Readonly<Record<string, string>>,
  statements: readonly PolicyStatement[],
): IamRole {
  const role = resource(stack, IamRole, address, {
    name,
    description: "Brings access logs of APIs into the log archive",
    assumeRolePolicy: policyDocument([
      {
        Sid: "ServiceAssumes",
        Effect: "Allow",
        Principal: { Service: service },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: onBehalfOf },
      },
    ]),
  });
  resource(stack, IamRolePolicy, address, { role: role.name, name: "write", policy: policyDocument(statements) });
  return role;
}
