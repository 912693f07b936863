import { row, type TypeActions } from "./row";

/** What a service is made of. API Gateway's actions are HTTP methods on its paths (Service Authorization Reference, API Gateway Management V2). */
export const serviceActions: Readonly<Record<string, TypeActions>> = {
  aws_acm_certificate: row("acm", {
    create: "RequestCertificate AddTagsToCertificate",
    read: "DescribeCertificate ListTagsForCertificate",
    update: "UpdateCertificateOptions AddTagsToCertificate RemoveTagsFromCertificate",
    delete: "DeleteCertificate",
  }),
  aws_acm_certificate_validation: row("acm", { create: "DescribeCertificate", read: "DescribeCertificate" }),
  aws_apigatewayv2_api: row("apigateway", { create: "POST", read: "GET", update: "PATCH PUT", delete: "DELETE" }),
  aws_apigatewayv2_api_mapping: row("apigateway", { create: "POST", read: "GET", update: "PATCH", delete: "DELETE" }),
  aws_apigatewayv2_domain_name: row("apigateway", {
    create: "POST iam:CreateServiceLinkedRole",
    read: "GET",
    update: "PATCH",
    delete: "DELETE",
  }),
  aws_apigatewayv2_integration: row("apigateway", { create: "POST", read: "GET", update: "PATCH", delete: "DELETE" }),
  aws_apigatewayv2_route: row("apigateway", { create: "POST", read: "GET", update: "PATCH", delete: "DELETE" }),
  aws_apigatewayv2_stage: row("apigateway", { create: "POST", read: "GET", update: "PATCH", delete: "DELETE" }),
  aws_cloudwatch_dashboard: row("cloudwatch", {
    create: "PutDashboard",
    read: "GetDashboard",
    update: "PutDashboard",
    delete: "DeleteDashboards",
  }),
  aws_cloudwatch_event_rule: row("events", {
    create: "PutRule TagResource",
    read: "DescribeRule ListTagsForResource",
    update: "PutRule TagResource UntagResource",
    delete: "DeleteRule",
  }),
  aws_cloudwatch_event_target: row("events", {
    create: "PutTargets",
    read: "ListTargetsByRule",
    update: "PutTargets",
    delete: "RemoveTargets",
  }),
  aws_cloudwatch_log_group: row("logs", {
    create: "CreateLogGroup PutRetentionPolicy TagResource",
    read: "DescribeLogGroups ListTagsForResource",
    update: "PutRetentionPolicy TagResource UntagResource",
    delete: "DeleteLogGroup",
  }),
  aws_cloudwatch_metric_alarm: row("cloudwatch", {
    create: "PutMetricAlarm TagResource",
    read: "DescribeAlarms ListTagsForResource",
    update: "PutMetricAlarm TagResource UntagResource",
    delete: "DeleteAlarms",
  }),
  aws_dynamodb_table: row("dynamodb", {
    create: "CreateTable UpdateContinuousBackups UpdateTimeToLive TagResource",
    read: "DescribeTable DescribeContinuousBackups DescribeTimeToLive ListTagsOfResource",
    update: "UpdateTable UpdateContinuousBackups UpdateTimeToLive TagResource UntagResource",
    delete: "DeleteTable",
  }),
  aws_lambda_event_source_mapping: row("lambda", {
    create: "CreateEventSourceMapping TagResource",
    read: "GetEventSourceMapping ListTags",
    update: "UpdateEventSourceMapping TagResource UntagResource",
    delete: "DeleteEventSourceMapping",
  }),
  aws_lambda_function: row("lambda", {
    create: "CreateFunction PutFunctionConcurrency TagResource iam:PassRole",
    read: "GetFunction GetFunctionCodeSigningConfig ListVersionsByFunction",
    update: "UpdateFunctionCode UpdateFunctionConfiguration TagResource UntagResource iam:PassRole",
    delete: "DeleteFunction",
  }),
  aws_lambda_permission: row("lambda", { create: "AddPermission", read: "GetPolicy", delete: "RemovePermission" }),
  aws_cloudwatch_event_archive: row("events", {
    create: "CreateArchive",
    read: "DescribeArchive",
    update: "UpdateArchive",
    delete: "DeleteArchive",
  }),
  aws_cloudwatch_event_bus: row("events", {
    create: "CreateEventBus TagResource",
    read: "DescribeEventBus ListTagsForResource",
    update: "UpdateEventBus TagResource UntagResource",
    delete: "DeleteEventBus",
  }),
  aws_cloudwatch_event_bus_policy: row("events", {
    create: "PutPermission",
    read: "DescribeEventBus",
    update: "PutPermission",
    delete: "RemovePermission",
  }),
  aws_cloudwatch_log_stream: row("logs", {
    create: "CreateLogStream",
    read: "DescribeLogStreams",
    delete: "DeleteLogStream",
  }),
  aws_schemas_registry: row("schemas", {
    create: "CreateRegistry TagResource",
    read: "DescribeRegistry ListTagsForResource",
    update: "UpdateRegistry TagResource UntagResource",
    delete: "DeleteRegistry",
  }),
  aws_schemas_schema: row("schemas", {
    create: "CreateSchema TagResource",
    read: "DescribeSchema ListTagsForResource",
    update: "UpdateSchema TagResource UntagResource",
    delete: "DeleteSchema",
  }),
  aws_secretsmanager_secret: row("secretsmanager", {
    create: "CreateSecret TagResource",
    read: "DescribeSecret GetResourcePolicy",
    update: "UpdateSecret TagResource UntagResource",
    delete: "DeleteSecret",
  }),
  aws_sesv2_configuration_set: row("ses", {
    create: "CreateConfigurationSet TagResource",
    read: "GetConfigurationSet ListTagsForResource",
    update:
      "PutConfigurationSetDeliveryOptions PutConfigurationSetReputationOptions PutConfigurationSetSendingOptions PutConfigurationSetSuppressionOptions TagResource UntagResource",
    delete: "DeleteConfigurationSet",
  }),
  aws_sesv2_configuration_set_event_destination: row("ses", {
    create: "CreateConfigurationSetEventDestination",
    read: "GetConfigurationSetEventDestinations",
    update: "UpdateConfigurationSetEventDestination",
    delete: "DeleteConfigurationSetEventDestination",
  }),
  aws_sesv2_email_identity: row("ses", {
    create: "CreateEmailIdentity TagResource",
    read: "GetEmailIdentity ListTagsForResource",
    update:
      "PutEmailIdentityConfigurationSetAttributes PutEmailIdentityDkimSigningAttributes TagResource UntagResource",
    delete: "DeleteEmailIdentity",
  }),
  aws_sfn_state_machine: row("states", {
    create: "CreateStateMachine TagResource iam:PassRole",
    read: "DescribeStateMachine ListStateMachineVersions ListTagsForResource",
    update: "UpdateStateMachine TagResource UntagResource iam:PassRole",
    delete: "DeleteStateMachine",
  }),
  aws_sqs_queue: row("sqs", {
    create: "CreateQueue SetQueueAttributes TagQueue",
    read: "GetQueueAttributes ListQueueTags",
    update: "SetQueueAttributes TagQueue UntagQueue",
    delete: "DeleteQueue",
  }),
  aws_sns_topic: row("sns", {
    create: "CreateTopic SetTopicAttributes TagResource",
    read: "GetTopicAttributes ListTagsForResource",
    update: "SetTopicAttributes TagResource UntagResource",
    delete: "DeleteTopic",
  }),
  aws_sns_topic_policy: row("sns", {
    create: "SetTopicAttributes",
    read: "GetTopicAttributes",
    update: "SetTopicAttributes",
    delete: "SetTopicAttributes",
  }),
  aws_sns_topic_subscription: row("sns", {
    create: "Subscribe",
    read: "GetSubscriptionAttributes ListSubscriptionsByTopic",
    update: "SetSubscriptionAttributes",
    delete: "Unsubscribe",
  }),
};
