import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { actionsOf } from "../../../rehearsal/authorize/actions/needs-of";
import { pythonEnvironment } from "../../../rehearsal/emulators/python-environment";
import { modelDirectories } from "../../../rehearsal/gateway/model-names";
import { type ServiceModels, serviceModels } from "../../../rehearsal/gateway/service-models";
import { missingActions } from "./missing-actions";

/** Signing names of what a landing zone and its workloads call; API Gateway's actions are HTTP methods. */
const services = [
  ...["access-analyzer", "account", "acm", "application-autoscaling", "appsync", "athena", "autoscaling", "backup"],
  ...["budgets", "cloudformation", "cloudfront", "cloudtrail", "codebuild", "cognito-identity", "config", "dynamodb"],
  ...["ec2", "ecr", "ecs", "eks", "elasticache", "elasticfilesystem", "elasticloadbalancing", "events", "firehose"],
  ...["guardduty", "iam", "identitystore", "kinesis", "kms", "lambda", "logs", "monitoring", "organizations", "pipes"],
  ...["ram", "rds", "rds-data", "resource-groups", "route53", "route53resolver", "s3", "s3-control", "scheduler"],
  ...["secretsmanager", "securityhub", "securitylake", "servicediscovery", "servicequotas", "ses", "signer", "sns"],
  ...["sqs", "ssm", "sso", "states", "sts", "tagging", "wafv2", "xray"],
];

describe("actions of operations", () => {
  let models: ServiceModels;
  beforeAll(
    async () => void (models = serviceModels((await pythonEnvironment(resolve(".landfall"))).botocoreData)),
    120_000,
  );

  test("are in AWS's reference for every operation of every service, but for those it leaves out", () => {
    const universe = loadUniverse();
    const found = services.flatMap((service) =>
      modelDirectories(service)
        .flatMap((directory) => Object.keys(models.load(directory)?.operations ?? {}))
        .filter((operation) => actionsOf(service, operation).some((action) => universe.find(action) === undefined))
        .map((operation) => `${service}:${operation}`),
    );
    expect(found.sort()).toEqual([...missingActions].sort());
    expect(services.filter((service) => modelDirectories(service).every((each) => !models.load(each)))).toEqual([]);
  });

  test.each([
    ["s3", "HeadObject", ["s3:GetObject"]],
    ["s3", "PutBucketLifecycleConfiguration", ["s3:PutLifecycleConfiguration"]],
    ["s3-control", "PutPublicAccessBlock", ["s3:PutAccountPublicAccessBlock"]],
    ["monitoring", "PutMetricAlarm", ["cloudwatch:PutMetricAlarm"]],
    ["tagging", "GetResources", ["tag:GetResources"]],
    ["lambda", "Invoke", ["lambda:InvokeFunction"]],
    ["kms", "ReEncrypt", ["kms:ReEncryptFrom", "kms:ReEncryptTo"]],
    ["budgets", "DescribeBudget", ["budgets:ViewBudget"]],
    ["sts", "GetCallerIdentity", []],
  ])("%s:%s needs %j", (service, operation, actions) => {
    expect(actionsOf(service, operation)).toEqual(actions);
  });
});
