import { byDeclared, nobody, unlessDeclared } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * IAM User Guide, "AWS global condition context keys": aws:ResourceOrgID is present only when the owner of the
 * resource is in an organisation, so a missing key denies; whitepaper "Building a Data Perimeter on AWS".
 */
export const onlyOrganizationResources: Guardrail = {
  name: "only-organization-resources",
  group: "data-perimeter",
  kind: "scp",
  intent: "Data is written to the organisation's own accounts and no others.",
  suggested: "workloads",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyForeignResources",
      Effect: "Deny",
      Action: [
        "dynamodb:BatchWriteItem",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
        "firehose:PutRecord*",
        "kinesis:PutRecord*",
        "kms:Encrypt",
        "kms:ReEncryptTo",
        "lambda:Invoke*",
        "s3:PutObject",
        "s3:PutObjectAcl",
        "s3:ReplicateObject",
        "secretsmanager:PutSecretValue",
        "sns:Publish",
        "sqs:SendMessage",
      ],
      Resource: "*",
      Condition: { StringNotEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" }, ...unlessDeclared(context) },
    },
  ],
  claims: (context) => [
    {
      id: "no-objects-abroad",
      sentence: `${nobody(context)} can write objects or secrets of the organisation to an account outside it.`,
      denied: {
        actions: ["s3:PutObject", "s3:PutObjectAcl", "s3:ReplicateObject", "secretsmanager:PutSecretValue"],
        unless: [...byDeclared(context), { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } }],
      },
    },
    {
      id: "no-records-abroad",
      sentence: `${nobody(context)} can write records or send messages to an account outside the organisation.`,
      denied: {
        actions: [
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
          "dynamodb:BatchWriteItem",
          "kinesis:PutRecord",
          "kinesis:PutRecords",
          "firehose:PutRecord",
          "firehose:PutRecordBatch",
          "sns:Publish",
          "sqs:SendMessage",
        ],
        unless: [...byDeclared(context), { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } }],
      },
    },
    {
      id: "no-calls-abroad",
      sentence: `${nobody(context)} can hand data to a function of an account outside the organisation.`,
      denied: {
        actions: ["lambda:InvokeFunction", "lambda:InvokeAsync", "lambda:InvokeFunctionUrl"],
        unless: [...byDeclared(context), { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } }],
      },
    },
    {
      id: "no-keys-abroad",
      sentence: `${nobody(context)} can encrypt data with a key of an account outside the organisation.`,
      denied: {
        actions: ["kms:Encrypt", "kms:ReEncryptTo"],
        unless: [...byDeclared(context), { StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } }],
      },
    },
  ],
};
