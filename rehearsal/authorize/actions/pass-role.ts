import type { Members, Value } from "../../fill/shape";
import { isList, isMembers } from "../../fill/shape";
import type { Need } from "../need";

/**
 * Operations that hand a role to a service, and the service principal that gets it (`iam:PassedToService`): the caller needs `iam:PassRole` on the
 * role (IAM User Guide, "Grant a user permissions to pass a role to an AWS service"; the dependent actions of each service in the Service
 * Authorization Reference).
 */
const passing: Readonly<Record<string, string>> = {
  "apigateway:CreateAuthorizer": "apigateway.amazonaws.com",
  "apigateway:CreateIntegration": "apigateway.amazonaws.com",
  "apigateway:PutIntegration": "apigateway.amazonaws.com",
  "apigateway:UpdateAccount": "apigateway.amazonaws.com",
  "backup:CreateBackupSelection": "backup.amazonaws.com",
  "cloudformation:CreateStack": "cloudformation.amazonaws.com",
  "cloudtrail:CreateTrail": "cloudtrail.amazonaws.com",
  "cloudtrail:UpdateTrail": "cloudtrail.amazonaws.com",
  "codebuild:CreateProject": "codebuild.amazonaws.com",
  "codebuild:UpdateProject": "codebuild.amazonaws.com",
  "config:PutConfigurationAggregator": "config.amazonaws.com",
  "config:PutConfigurationRecorder": "config.amazonaws.com",
  "ec2:CreateFlowLogs": "vpc-flow-logs.amazonaws.com",
  "ecs:RegisterTaskDefinition": "ecs-tasks.amazonaws.com",
  "ecs:RunTask": "ecs-tasks.amazonaws.com",
  "eks:CreateCluster": "eks.amazonaws.com",
  "events:PutRule": "events.amazonaws.com",
  "events:PutTargets": "events.amazonaws.com",
  "firehose:CreateDeliveryStream": "firehose.amazonaws.com",
  "glue:CreateCrawler": "glue.amazonaws.com",
  "glue:CreateJob": "glue.amazonaws.com",
  "lambda:CreateFunction": "lambda.amazonaws.com",
  "lambda:UpdateFunctionConfiguration": "lambda.amazonaws.com",
  "logs:PutDestination": "logs.amazonaws.com",
  "logs:PutSubscriptionFilter": "logs.amazonaws.com",
  "pipes:CreatePipe": "pipes.amazonaws.com",
  "rds:CreateDBInstance": "monitoring.rds.amazonaws.com",
  "scheduler:CreateSchedule": "scheduler.amazonaws.com",
  "scheduler:UpdateSchedule": "scheduler.amazonaws.com",
  "states:CreateStateMachine": "states.amazonaws.com",
  "states:UpdateStateMachine": "states.amazonaws.com",
};

/** The service principal a call hands roles to, if it does. */
export function passedTo(service: string, operation: string): string | undefined {
  return passing[`${service}:${operation}`];
}

/** One need for each role in the input of a call that passes roles. */
export function passRoleNeeds(service: string, operation: string, input: Members): readonly Need[] {
  if (passedTo(service, operation) === undefined) return [];
  return [...new Set(roleArns(input, false))].map((resource) => ({ action: "iam:PassRole", resource }));
}

/** Members that hold a role to pass: `roleArn`, `TaskRoleArn`, API Gateway's `credentials`, flow logs' `DeliverLogsPermissionArn`. */
const roleMember = /role|credentials|DeliverLogsPermissionArn/i;

/** Service-linked roles are not passed by the caller (IAM User Guide, "Service-linked role permissions"). */
const passedRole = /^arn:[^:]+:iam::\d{12}:role\/(?!aws-service-role\/)[\w+=,.@/-]+$/;

function roleArns(value: Value, isRole: boolean): readonly string[] {
  if (typeof value === "string") return isRole && passedRole.test(value) ? [value] : [];
  if (isList(value)) return value.flatMap((each) => roleArns(each, isRole));
  if (!isMembers(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => roleArns(member, roleMember.test(name)));
}
