import type { Members, Value } from "../../fill/shape";
import { isList, isMembers } from "../../fill/shape";
import { valuesAt } from "../context/input-value";
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
  "apigateway:UpdateAuthorizer": "apigateway.amazonaws.com",
  "apigateway:UpdateIntegration": "apigateway.amazonaws.com",
  "application-autoscaling:RegisterScalableTarget": "application-autoscaling.amazonaws.com",
  "appsync:CreateDataSource": "appsync.amazonaws.com",
  "appsync:UpdateDataSource": "appsync.amazonaws.com",
  "backup:CreateBackupSelection": "backup.amazonaws.com",
  "backup:StartBackupJob": "backup.amazonaws.com",
  "backup:StartCopyJob": "backup.amazonaws.com",
  "backup:StartRestoreJob": "backup.amazonaws.com",
  "cloudformation:CreateChangeSet": "cloudformation.amazonaws.com",
  "cloudformation:CreateStack": "cloudformation.amazonaws.com",
  "cloudformation:DeleteStack": "cloudformation.amazonaws.com",
  "cloudformation:UpdateStack": "cloudformation.amazonaws.com",
  "cloudtrail:CreateTrail": "cloudtrail.amazonaws.com",
  "cloudtrail:UpdateTrail": "cloudtrail.amazonaws.com",
  "codebuild:CreateProject": "codebuild.amazonaws.com",
  "codebuild:UpdateProject": "codebuild.amazonaws.com",
  "config:PutConfigurationAggregator": "config.amazonaws.com",
  "config:PutConfigurationRecorder": "config.amazonaws.com",
  "ec2:AssociateIamInstanceProfile": "ec2.amazonaws.com",
  "ec2:CreateFlowLogs": "vpc-flow-logs.amazonaws.com",
  "ec2:ReplaceIamInstanceProfileAssociation": "ec2.amazonaws.com",
  "ec2:RunInstances": "ec2.amazonaws.com",
  "ecs:CreateService": "ecs.amazonaws.com",
  "ecs:RegisterTaskDefinition": "ecs-tasks.amazonaws.com",
  "ecs:RunTask": "ecs-tasks.amazonaws.com",
  "ecs:StartTask": "ecs-tasks.amazonaws.com",
  "eks:CreateCluster": "eks.amazonaws.com",
  "events:PutRule": "events.amazonaws.com",
  "events:PutTargets": "events.amazonaws.com",
  "firehose:CreateDeliveryStream": "firehose.amazonaws.com",
  "firehose:UpdateDestination": "firehose.amazonaws.com",
  "glue:CreateCrawler": "glue.amazonaws.com",
  "glue:CreateJob": "glue.amazonaws.com",
  "glue:UpdateCrawler": "glue.amazonaws.com",
  "glue:UpdateJob": "glue.amazonaws.com",
  "iam:AddRoleToInstanceProfile": "ec2.amazonaws.com",
  "lambda:CreateFunction": "lambda.amazonaws.com",
  "lambda:UpdateFunctionConfiguration": "lambda.amazonaws.com",
  "logs:PutDestination": "logs.amazonaws.com",
  "logs:PutSubscriptionFilter": "logs.amazonaws.com",
  "pipes:CreatePipe": "pipes.amazonaws.com",
  "pipes:UpdatePipe": "pipes.amazonaws.com",
  "rds:CreateDBInstance": "monitoring.rds.amazonaws.com",
  "rds:ModifyDBInstance": "monitoring.rds.amazonaws.com",
  "scheduler:CreateSchedule": "scheduler.amazonaws.com",
  "scheduler:UpdateSchedule": "scheduler.amazonaws.com",
  "states:CreateStateMachine": "states.amazonaws.com",
  "states:UpdateStateMachine": "states.amazonaws.com",
};

/** The service principal a call hands roles to, if it does. */
export function passedTo(service: string, operation: string): string | undefined {
  return passing[`${service}:${operation}`];
}

/** One need for each role in the input of a call that passes roles; of an instance profile its role cannot be derived. */
export function passRoleNeeds(
  service: string,
  operation: string,
  input: Members,
  { partition, account }: { readonly partition: string; readonly account: string },
): readonly Need[] {
  if (passedTo(service, operation) === undefined) return [];
  const named = operation === "AddRoleToInstanceProfile" ? valuesAt(input, "RoleName") : [];
  const roles: readonly (string | undefined)[] = [
    ...named.map((name) => `arn:${partition}:iam::${account}:role/${name}`),
    ...roleArns(input, false),
    ...(input["IamInstanceProfile"] === undefined ? [] : [undefined]),
  ];
  return [...new Set(roles)].map((resource) => ({ action: "iam:PassRole", resource }));
}

/** Members that hold a role to pass: `roleArn`, `TaskRoleArn`, API Gateway's `credentials`, flow logs' `DeliverLogsPermissionArn`. */
const roleMember = /role|credentials|DeliverLogsPermissionArn/i;

/** Service-linked roles are not passed by the caller (IAM User Guide, "Service-linked role permissions"). */
const passedRole = /^arn:[^:]+:iam::\d{12}:role\/(?!aws-service-role\/)[\w+=,.@/-]+$/;

function roleArns(value: Value, isRole: boolean): readonly string[] {
  if (typeof value === "string") return isRole && passedRole.test(value) ? [value] : [];
  if (isList(value)) return value.flatMap((each) => roleArns(each, isRole));
  if (!isMembers(value)) return [];
  // API Gateway's patches: {op, path: "/cloudwatchRoleArn", value}.
  const { path, value: patched } = value;
  if (typeof path === "string" && typeof patched === "string") return roleArns(patched, roleMember.test(path));
  return Object.entries(value).flatMap(([name, member]) => roleArns(member, roleMember.test(name)));
}
