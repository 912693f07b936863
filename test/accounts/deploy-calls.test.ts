import { describe, expect, test } from "@jest/globals";
import { deployPermissions } from "../../accounts/service/deploy-permissions";
import { sample } from "../network/zones";
import { allowing, asList } from "./policy";

const account = sample.accounts.find(({ name }) => name === "orders-dev");
if (account?.service === undefined) throw new Error("the sample zone has no orders-dev");
const hostedZoneArn = "arn:aws:route53:::hostedzone/Z0";
const statements = deployPermissions(sample, account, account.service, { hostedZoneArn });

const id = sample.ids.get("account/orders-dev");
const inRegion = (service: string, resource: string): string => `arn:aws:${service}:eu-west-1:${id}:${resource}`;
const api = (path: string): string => `arn:aws:apigateway:eu-west-1::${path}`;
const role = `arn:aws:iam::${id}:role/service/orders-getOrder`;
const logGroup = inRegion("logs", "log-group:/aws/lambda/orders-getOrder:*");
const lambda = inRegion("lambda", "function:orders-getOrder");
const table = inRegion("dynamodb", "table/orders");
const topic = inRegion("sns", "orders-alarms");
const alarm = inRegion("cloudwatch", "alarm:orders-getOrder-errors");
const dashboard = `arn:aws:cloudwatch::${id}:dashboard/orders`;
const certificate = inRegion("acm", "certificate/00000000-0000-0000-0000-000000000000");

/**
 * What Terraform 1.11 and hashicorp/aws 5.100.0 called, as IAM names it, when the orders service was planned, applied,
 * planned again and destroyed: from the gateway's record of a rehearsal.
 */
const calls: readonly (readonly [string, readonly string[]])[] = [
  [
    certificate,
    ["acm:AddTagsToCertificate", "acm:DeleteCertificate", "acm:DescribeCertificate", "acm:ListTagsForCertificate"],
  ],
  ["*", ["acm:RequestCertificate", "logs:DescribeLogGroups", "logs:CreateLogDelivery"]],
  [api("/apis"), ["apigateway:POST", "apigateway:GET"]],
  [api("/apis/a1/routes/r1"), ["apigateway:GET", "apigateway:PATCH", "apigateway:DELETE"]],
  [api("/restapis"), ["apigateway:POST"]],
  [
    api("/restapis/a1/resources/r1/methods/GET"),
    ["apigateway:GET", "apigateway:PUT", "apigateway:PATCH", "apigateway:DELETE"],
  ],
  [api("/restapis/a1/deployments"), ["apigateway:POST"]],
  [api("/restapis/a1/stages/live"), ["apigateway:GET", "apigateway:PATCH", "apigateway:DELETE"]],
  [api("/account"), ["apigateway:GET", "apigateway:PATCH"]],
  [api("/domainnames/orders-dev.services.acme.example/basepathmappings"), ["apigateway:POST"]],
  [api("/domainnames"), ["apigateway:POST"]],
  [api("/domainnames/orders-dev.services.acme.example/apimappings/m1"), ["apigateway:GET", "apigateway:DELETE"]],
  [
    table,
    [
      "dynamodb:CreateTable",
      "dynamodb:DeleteTable",
      "dynamodb:DescribeContinuousBackups",
      "dynamodb:DescribeTable",
      "dynamodb:DescribeTimeToLive",
      "dynamodb:ListTagsOfResource",
      "dynamodb:TagResource",
      "dynamodb:UpdateContinuousBackups",
      "dynamodb:UpdateTimeToLive",
    ],
  ],
  [
    role,
    [
      "iam:CreateRole",
      "iam:DeleteRole",
      "iam:DeleteRolePolicy",
      "iam:GetRole",
      "iam:GetRolePolicy",
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
      "iam:ListRolePolicies",
      "iam:PassRole",
      "iam:PutRolePolicy",
      "iam:TagRole",
    ],
  ],
  [inRegion("kms", "key/00000000-0000-0000-0000-000000000000"), ["kms:DescribeKey"]],
  [
    lambda,
    [
      "lambda:AddPermission",
      "lambda:CreateFunction",
      "lambda:DeleteFunction",
      "lambda:GetFunction",
      "lambda:GetFunctionCodeSigningConfig",
      "lambda:GetPolicy",
      "lambda:ListVersionsByFunction",
      "lambda:RemovePermission",
      "lambda:TagResource",
    ],
  ],
  [
    logGroup,
    [
      "logs:CreateLogGroup",
      "logs:DeleteLogGroup",
      "logs:ListTagsForResource",
      "logs:PutRetentionPolicy",
      "logs:TagResource",
    ],
  ],
  [
    alarm,
    [
      "cloudwatch:DeleteAlarms",
      "cloudwatch:DescribeAlarms",
      "cloudwatch:ListTagsForResource",
      "cloudwatch:PutMetricAlarm",
      "cloudwatch:TagResource",
    ],
  ],
  [dashboard, ["cloudwatch:DeleteDashboards", "cloudwatch:GetDashboard", "cloudwatch:PutDashboard"]],
  [hostedZoneArn, ["route53:ChangeResourceRecordSets", "route53:GetHostedZone", "route53:ListResourceRecordSets"]],
  ["arn:aws:route53:::change/C0", ["route53:GetChange"]],
  [
    topic,
    [
      "sns:CreateTopic",
      "sns:DeleteTopic",
      "sns:GetTopicAttributes",
      "sns:ListTagsForResource",
      "sns:SetTopicAttributes",
      "sns:Subscribe",
      "sns:TagResource",
    ],
  ],
  [`${topic}:00000000-0000-0000-0000-000000000000`, ["sns:GetSubscriptionAttributes", "sns:Unsubscribe"]],
  [`arn:aws:s3:::acme-landfall-state-${id}`, ["s3:ListBucket"]],
  [
    `arn:aws:s3:::acme-landfall-state-${id}/service/orders-dev-orders.tfstate.tflock`,
    ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
  ],
];

/** IAM's `*` in a resource: any text, slashes too. */
function covers(pattern: string, arn: string): boolean {
  const expression = pattern.split("*").map((text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${expression.join(".*")}$`).test(arn);
}

describe("the deploy role may make every call that deploying the service was seen to make", () => {
  test.each(calls.flatMap(([resource, actions]) => actions.map((action) => [action, resource] as const)))(
    "%s on %s",
    (action, resource) => {
      const patterns = allowing(statements, action).flatMap(({ Resource }) => asList(Resource));
      expect(patterns.some((pattern) => covers(pattern, resource))).toBe(true);
    },
  );
});
