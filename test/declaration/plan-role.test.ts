import { describe, expect, test } from "@jest/globals";
import { noData } from "../../declaration/plan-role";
import { managementRoles } from "../../delivery/management-roles";
import { sample } from "../fixtures/zones";

const statements = noData("aws", "acme-landfall-state-123456789012");

/** Of those `ReadOnlyAccess` allows: what customers stored, or credentials. */
const data = [
  "appconfig:GetConfiguration",
  "appconfig:GetLatestConfiguration",
  "athena:GetQueryResults",
  "athena:GetQueryResultsStream",
  "cassandra:Select",
  "codeartifact:GetAuthorizationToken",
  "codecommit:GetBlob",
  "codecommit:GetFile",
  "codecommit:GitPull",
  "codepipeline:GetJobDetails",
  "cognito-identity:GetCredentialsForIdentity",
  "cognito-identity:GetOpenIdToken",
  "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
  "cognito-idp:AdminGetUser",
  "cognito-idp:ListUsers",
  "connect:GetFederationToken",
  "dax:BatchGetItem",
  "dax:GetItem",
  "dax:Query",
  "dax:Scan",
  "dynamodb:GetItem",
  "dynamodb:ReadDataForReplication",
  "dynamodb:Scan",
  "ec2:GetConsoleOutput",
  "ec2:GetPasswordData",
  "ecr:GetAuthorizationToken",
  "ecr:GetDownloadUrlForLayer",
  "es:ESHttpGet",
  "es:ESHttpHead",
  "glacier:GetJobOutput",
  "healthlake:SearchWithPost",
  "kinesis:GetRecords",
  "kinesisvideo:GetMedia",
  "logs:GetLogEvents",
  "logs:StartLiveTail",
  "logs:Unmask",
  "rds:DownloadCompleteDBLogFile",
  "rds:DownloadDBLogFilePortion",
  "s3:GetDataAccess",
  "s3:GetObject",
  "s3:GetObjectVersion",
  "s3express:CreateSession",
  "s3tables:GetTableData",
  "sdb:Select",
  "secretsmanager:GetSecretValue",
  "snowball:GetJobUnlockCode",
  "sqs:ReceiveMessage",
  "ssm:GetAccessToken",
  "ssm:GetParametersByPath",
  "states:GetExecutionHistory",
  "storagegateway:DescribeChapCredentials",
  "sts:GetSessionToken",
];

/** What a plan's refresh reads. */
const configuration = [
  "apigateway:GET",
  "appconfig:GetApplication",
  "athena:GetWorkGroup",
  "codecommit:GetRepository",
  "cognito-idp:DescribeUserPool",
  "cognito-idp:ListUserPools",
  "dynamodb:DescribeTable",
  "ec2:DescribeVpcs",
  "ecr:DescribeRepositories",
  "ecr:GetLifecyclePolicy",
  "es:DescribeDomain",
  "iam:GetRole",
  "iot:GetPolicy",
  "kms:GetKeyPolicy",
  "lambda:GetFunction",
  "logs:DescribeLogGroups",
  "logs:ListTagsForResource",
  "organizations:DescribeOrganization",
  "rds:DescribeDBInstances",
  "s3:GetBucketPolicy",
  "s3:GetObjectTagging",
  "secretsmanager:DescribeSecret",
  "sqs:GetQueueAttributes",
  "ssm:DescribeParameters",
  "states:DescribeStateMachine",
  "sts:GetCallerIdentity",
  "transcribe:GetVocabulary",
  "wafv2:GetWebACL",
];

function denied(action: string): boolean {
  const patterns = statements.flatMap(({ Action }) => Action);
  return patterns.some((pattern) => new RegExp(`^${pattern.replaceAll("*", ".*")}$`, "i").test(action));
}

/** Without whitespace, which does not count (IAM User Guide, "IAM and AWS STS quotas": 10,240 characters of inline policies of a role). */
const inlineQuota = 10_240;

describe("the role that reads", () => {
  test("reads no data and gets no credentials", () => {
    expect(data.filter((action) => !denied(action))).toEqual([]);
  });

  test("reads the configuration that a plan compares", () => {
    expect(configuration.filter(denied)).toEqual([]);
  });

  test("denies everything but states' objects everywhere", () => {
    expect(statements.map(({ Resource, NotResource }) => [Resource, NotResource])).toEqual([
      [undefined, ["arn:aws:s3:::acme-landfall-state-123456789012/*"]],
      ["*", undefined],
    ]);
  });

  test("has inline policies that IAM takes, in members and in management", () => {
    const piped = { ...sample, pipeline: { repository: "acme/landing-zone", approval: [] } };
    const inline = [statements, ...managementRoles(piped, "123456789012").map((role) => role.statements)];
    const sizes = inline.map((Statement) => JSON.stringify({ Version: "2012-10-17", Statement }).length);
    expect(Math.max(...sizes)).toBeLessThan(inlineQuota);
    expect(sizes).toHaveLength(4);
  });
});
