import type { IdlePrice, PriceRow, UsagePrice } from "./price";
import { found, infracost, known, type Page } from "./sources";

const virginia = ["us-east-1"];

function use(page: Page, what: string, unit: string, usd: number): UsagePrice {
  return { what, unit, quotes: [known(page, virginia, usd)] };
}

function monthly(what: string, page: Page, usd: number, test: string): IdlePrice {
  return { what, per: "month", quotes: [found(page, "all", usd, infracost(test))] };
}

/** Services and what they are watched with. The free tier of CloudWatch is not deducted. */
export const workloadPrices: readonly PriceRow[] = [
  {
    types: ["aws_rds_cluster_instance"],
    free: "of the class db.serverless, which is paid for by the capacity that its cluster says",
  },
  {
    types: ["aws_kms_key", "aws_kms_replica_key"],
    // The first two rotations of a key's material add a dollar each.
    idle: [monthly("KMS key", "kms", 1, "kms_key_test")],
    usage: [use("kms", "KMS requests", "10,000", 0.03)],
  },
  {
    types: ["aws_secretsmanager_secret"],
    idle: [monthly("Secret", "secretsManager", 0.4, "secretsmanager_secret_test")],
    usage: [use("secretsManager", "Requests for secrets", "10,000", 0.05)],
  },
  {
    types: ["aws_cloudwatch_metric_alarm"],
    idle: [
      {
        ...monthly("Metric of an alarm", "cloudWatch", 0.1, "cloudwatch_metric_alarm_test"),
        count: { entries: "metric_query", having: "metric" },
      },
    ],
  },
  {
    types: ["aws_cloudwatch_composite_alarm"],
    idle: [{ what: "Composite alarm", per: "month", quotes: [known("cloudWatch", "all", 0.5)] }],
  },
  {
    types: ["aws_cloudwatch_dashboard"],
    idle: [monthly("Dashboard", "cloudWatch", 3, "cloudwatch_dashboard_test")],
  },
  {
    types: ["aws_cloudwatch_log_metric_filter"],
    usage: [use("cloudWatch", "Metrics from logs, while events match", "metric a month", 0.3)],
  },
  {
    types: ["aws_cloudwatch_log_group"],
    usage: [use("cloudWatch", "Logs taken in by CloudWatch", "GB", 0.5)],
  },
  {
    types: ["aws_wafv2_web_acl"],
    idle: [
      monthly("Web ACL", "waf", 5, "wafv2_web_acl_test"),
      {
        ...monthly("Rule of a web ACL", "waf", 1, "wafv2_web_acl_test"),
        count: { entries: "rule" },
        when: { attribute: "rule" },
      },
    ],
    usage: [use("waf", "Requests through web ACLs", "million", 0.6)],
  },
  {
    types: ["aws_api_gateway_stage"],
    idle: [
      {
        what: "Cache of 0.5 GB",
        per: "hour",
        when: { attribute: "cache_cluster_enabled", is: true },
        quotes: [known("apiGateway", ["us-east-1", "eu-west-1", "eu-central-1"], 0.02)],
      },
    ],
    usage: [use("apiGateway", "Requests to REST APIs", "million", 3.5)],
  },
  {
    types: ["aws_apigatewayv2_stage"],
    usage: [use("apiGateway", "Requests to HTTP APIs", "million", 1)],
  },
  {
    types: ["aws_rds_cluster"],
    idle: [
      {
        what: "Aurora capacity unit, the fewest of one instance",
        per: "hour",
        count: { value: "serverlessv2_scaling_configuration.min_capacity" },
        when: { attribute: "serverlessv2_scaling_configuration" },
        quotes: [known("aurora", virginia, 0.12), known("aurora", ["eu-west-1", "eu-central-1"], 0.14)],
      },
      {
        ...monthly("Secret of the master password", "secretsManager", 0.4, "secretsmanager_secret_test"),
        when: { attribute: "manage_master_user_password", is: true },
      },
    ],
    usage: [use("aurora", "Aurora storage", "GB-month", 0.1)],
  },
  {
    types: ["aws_lambda_function"],
    usage: [
      use("lambda", "Calls of functions", "million", 0.2),
      use("lambda", "Time of functions", "GB-second (arm64)", 0.0000133334),
    ],
  },
  {
    types: ["aws_dynamodb_table"],
    usage: [
      use("dynamoDb", "Writes to tables", "million units", 0.625),
      use("dynamoDb", "Reads of tables", "million units", 0.125),
      use("dynamoDb", "Tables with point-in-time recovery", "GB-month (0.25 stored, 0.20 recovery)", 0.45),
    ],
  },
  {
    types: ["aws_cognito_user_pool"],
    usage: [use("cognito", "People who sign in, of the tier Lite", "person a month, beyond 10,000", 0.0055)],
  },
  {
    types: ["aws_cognito_user_pool_client"],
    idle: [
      {
        what: "Client of a user pool that signs in for itself",
        per: "month",
        when: { attribute: "generate_secret", is: true },
        quotes: [
          found("cognito", "all", 6, "rhythmictech.com, The AWS Cognito M2M Bill Has Come Due, which is of May 2025"),
        ],
      },
    ],
    usage: [use("cognito", "Tokens for clients that sign in for themselves", "1,000", 2.25)],
  },
  {
    types: ["aws_cognito_resource_server", "aws_cognito_user_pool_domain"],
    free: "of its user pool",
  },
  { types: ["aws_s3_bucket"], usage: [use("s3", "Storage in S3", "GB-month (first 50 TB)", 0.023)] },
  {
    types: ["aws_s3_bucket_replication_configuration"],
    usage: [use("s3", "Copies to another region", "GB transferred", 0.02)],
  },
  // Lambda polls a queue that is empty too: about 650,000 requests a month for each consumer.
  { types: ["aws_sqs_queue"], usage: [use("sqs", "Requests to queues", "million", 0.4)] },
  { types: ["aws_sns_topic"], usage: [use("sns", "Messages published", "million", 0.5)] },
  { types: ["aws_cloudwatch_event_bus"], usage: [use("eventBridge", "Events put on buses", "million", 1)] },
  { types: ["aws_cloudwatch_event_archive"], usage: [use("eventBridge", "Events archived", "GB", 0.1)] },
  { types: ["aws_pipes_pipe"], usage: [use("eventBridge", "Requests of pipes", "million", 0.4)] },
  { types: ["aws_scheduler_schedule"], usage: [use("eventBridge", "Calls on schedule", "million", 1)] },
  { types: ["aws_sfn_state_machine"], usage: [use("stepFunctions", "Steps of state machines", "1,000", 0.025)] },
  {
    types: ["aws_kinesis_stream"],
    idle: [
      {
        what: "Data stream on demand",
        per: "hour",
        when: { attribute: "stream_mode_details.stream_mode", is: "ON_DEMAND" },
        quotes: [known("kinesis", virginia, 0.04)],
      },
      {
        what: "Shard of a data stream",
        per: "hour",
        when: { attribute: "stream_mode_details.stream_mode", is: "PROVISIONED" },
        count: { value: "shard_count" },
        quotes: [known("kinesis", virginia, 0.015)],
      },
    ],
    usage: [use("kinesis", "Data put on data streams on demand", "GB", 0.08)],
  },
  {
    types: ["aws_kinesis_firehose_delivery_stream"],
    usage: [use("firehose", "Data delivered by Firehose", "GB (first 500 TB a month)", 0.029)],
  },
  { types: ["aws_athena_workgroup"], usage: [use("athena", "Queries of Athena", "TB scanned", 5)] },
  {
    types: ["aws_ses_email_identity", "aws_ses_domain_identity", "aws_sesv2_email_identity"],
    usage: [use("ses", "Mail sent", "1,000 messages", 0.1)],
  },
  {
    types: ["aws_cloudfront_distribution"],
    usage: [use("cloudFront", "Requests to CloudFront", "10,000 over HTTPS", 0.01)],
  },
];
