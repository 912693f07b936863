import type { StackKind } from "../../../declaration/stacks";

/** A check of Checkov that fails where failing is right. */
interface Suppressed {
  readonly check: string;
  /** Kinds of stacks, and addresses in them, `*` for any part. */
  readonly stacks: readonly StackKind[];
  readonly addresses: readonly string[];
  /** What a security engineer is told. */
  readonly reason: string;
}

const logBuckets = ["aws_s3_bucket.cloudtrail", "aws_s3_bucket.config", "aws_s3_bucket.flow-logs"];
const functions = ["aws_lambda_function.*"];
const delivered = "aws_s3_bucket._delivered";
const zones = ["aws_route53_zone.apex", "aws_route53_zone.service"];

/** The only checks that may fail. A row, or an address of one, that matches nothing fails the test. */
export const suppressed: readonly Suppressed[] = [
  {
    check: "CKV_AWS_9",
    stacks: ["account"],
    addresses: ["aws_iam_account_password_policy.baseline"],
    reason:
      "Passwords do not expire by the calendar: NIST SP 800-63B (3.1.1.2) tells not to, because people then choose weaker ones. People sign in by Identity Center; the policy is for users nobody should make.",
  },
  {
    check: "CKV_AWS_18",
    stacks: ["logs"],
    addresses: [...logBuckets, "aws_s3_bucket.query-results"],
    reason:
      "A bucket with Object Lock cannot receive access logs, so an unlocked one would hold the record of who read the locked ones. What changes the buckets is in the organisation's trail; object reads are not recorded.",
  },
  {
    check: "CKV_AWS_18",
    stacks: ["account"],
    addresses: ["aws_s3_bucket.state"],
    reason:
      "The state of one service: one role reads and writes it, every version is kept. Calls that change the bucket are in the organisation's trail; object reads are not recorded.",
  },
  {
    check: "CKV_AWS_18",
    stacks: ["service"],
    addresses: [delivered],
    reason:
      "What Firehose delivers is written by its role and read by Athena's queries, whose history the workgroup keeps. Calls that change the bucket are in the organisation's trail; object reads are not recorded.",
  },
  {
    check: "CKV_AWS_21",
    stacks: ["logs"],
    addresses: ["aws_s3_bucket.query-results"],
    reason: "Answers of Athena, deleted after seven days; the logs they were drawn from are versioned and locked.",
  },
  {
    check: "CKV_AWS_59",
    stacks: ["service"],
    addresses: ["aws_api_gateway_method.*"],
    reason:
      "The reference services are public APIs by their contracts, which declare no security scheme; requests are validated against the contract first. Methods that the contract does not have are answered 405 by API Gateway itself, with nothing behind them.",
  },
  {
    check: "CKV_AWS_149",
    stacks: ["service"],
    addresses: ["aws_secretsmanager_secret.*"],
    reason:
      "Encrypted with the account's AWS managed key, as its tables are: an account holds one service, and nobody outside of it is given a secret.",
  },
  {
    check: "CKV2_AWS_57",
    stacks: ["service"],
    addresses: ["aws_secretsmanager_secret.*"],
    reason:
      "What a third party gives out cannot be rotated from here: the payment provider has no call that changes its key. The value may hold two keys, so that it is changed by hand without a gap.",
  },
  {
    check: "CKV_AWS_61",
    stacks: ["account"],
    addresses: ["aws_iam_role.landfall-plan"],
    reason:
      "The management account is the principal, because a role would have to exist before this one is made; aws:PrincipalArn binds it to that one role. Checkov does not look at conditions.",
  },
  {
    check: "CKV_AWS_61",
    stacks: ["service"],
    addresses: ["aws_iam_role.*_offer"],
    reason:
      "The calling accounts are the principals, because a role would have to exist before this one is made; aws:PrincipalArn binds it to the roles of state machines of one service. Checkov does not look at conditions.",
  },
  {
    check: "CKV_AWS_115",
    stacks: ["service"],
    addresses: functions,
    reason:
      "An account holds one service, so the account's own concurrency limit is the service's. Consumers have a part of it reserved; reserving for an operation too would take it from the others, which callers wait for.",
  },
  {
    check: "CKV_AWS_116",
    stacks: ["service"],
    addresses: functions,
    reason:
      "Operations are called by API Gateway and answered at once: an error goes to the caller. Consumers are called by event source mappings: the dead letter queue is the source queue's, or the mapping's own for a stream. The function's is for asynchronous invocations alone.",
  },
  {
    check: "CKV_AWS_117",
    stacks: ["service"],
    addresses: functions,
    reason:
      "They call DynamoDB and nothing in a VPC; their roles and the organisation's policies bind what they reach. In a VPC they would gain a way into the network.",
  },
  {
    check: "CKV_AWS_119",
    stacks: ["service"],
    addresses: ["aws_dynamodb_table.*"],
    reason:
      "Encrypted with the account's own AWS managed key of DynamoDB. A customer managed key would give a second switch over the data to the same account, which holds this service alone.",
  },
  {
    check: "CKV_AWS_120",
    stacks: ["service"],
    addresses: ["aws_api_gateway_stage.live"],
    reason:
      "A cache serves speed, not protection, and costs by the hour; a service declares it for the answers that may be shared. Those of the reference services are records that change.",
  },
  {
    check: "CKV_AWS_144",
    stacks: ["logs", "account"],
    addresses: [...logBuckets, "aws_s3_bucket.query-results", "aws_s3_bucket.state"],
    reason:
      "One home region: data residency is decided by the zone, and a copy elsewhere would leave the regions it allows. Loss of a region is a stated limit.",
  },
  {
    check: "CKV_AWS_144",
    stacks: ["service"],
    addresses: [delivered],
    reason: "As for the log archive: a copy elsewhere would leave the regions that the zone allows.",
  },
  {
    check: "CKV_AWS_145",
    stacks: ["account"],
    addresses: ["aws_s3_bucket.state"],
    reason:
      "Encrypted by S3 (AES-256). The state is read and written by the service's own role in its own account, and holds ids and names, no secrets.",
  },
  {
    check: "CKV_AWS_145",
    stacks: ["service"],
    addresses: [delivered],
    reason:
      "Encrypted by S3 (AES-256), as every bucket of a service. The account holds this service alone: a key of its own would be in the same hands.",
  },
  {
    check: "CKV_AWS_158",
    stacks: ["service"],
    addresses: ["aws_cloudwatch_log_group.*"],
    reason:
      "Encrypted by CloudWatch Logs. The account holds one service, whose team reads its logs; a key of the account's own would be in the same hands.",
  },
  {
    check: "CKV_AWS_173",
    stacks: ["service"],
    addresses: functions,
    reason:
      "Environment variables hold table names and log levels, no secrets, and are encrypted with Lambda's own key.",
  },
  {
    check: "CKV_AWS_225",
    stacks: ["service"],
    addresses: ["aws_api_gateway_method_settings.*"],
    reason: "As for the stage: no operation of the reference services has answers that may be shared.",
  },
  {
    check: "CKV_AWS_241",
    stacks: ["service"],
    addresses: ["aws_kinesis_firehose_delivery_stream.*_delivery"],
    reason:
      "Encrypted with a key that AWS owns, for the minutes before a record is in its bucket. A key of the account's own would be in the same hands as the bucket.",
  },
  {
    check: "CKV_AWS_252",
    stacks: ["trail"],
    addresses: ["aws_cloudtrail.organization"],
    reason:
      "Nobody polls for log files: GuardDuty reads the events themselves, and findings reach the topic of the security stack.",
  },
  {
    check: "CKV_AWS_272",
    stacks: ["service"],
    addresses: functions,
    reason:
      "Functions are deployed by one role, assumed by one repository's protected environment, from code built and hashed in that run.",
  },
  {
    check: "CKV_AWS_274",
    stacks: ["identity"],
    addresses: ["aws_ssoadmin_managed_policy_attachment.administrator_AdministratorAccess"],
    reason:
      "The permission set the zone calls administrator, assigned to named groups. Guardrails bind its sessions as everybody's.",
  },
  {
    check: "CKV_AWS_285",
    stacks: ["service"],
    addresses: ["aws_sfn_state_machine.*"],
    reason:
      "Every state of an execution is logged, without the data it works on, which is customers'. Step Functions keeps that with the execution for 90 days, for those who may read executions.",
  },
  {
    check: "CKV_AWS_309",
    stacks: ["service"],
    addresses: ["aws_apigatewayv2_route.*"],
    reason:
      "The reference services are public APIs by their contracts, which declare no security scheme. Requests are validated against the contract first.",
  },
  {
    check: "CKV_AWS_331",
    stacks: ["network"],
    addresses: ["aws_ec2_transit_gateway.hub"],
    reason:
      "Only accounts of the organisation can ask: the share allows no outsiders. An attachment that is accepted reaches nothing: default association and propagation are off, and the routing stack associates the declared ones.",
  },
  {
    check: "CKV_AWS_338",
    stacks: ["service"],
    addresses: ["aws_cloudwatch_log_group.*"],
    reason:
      "Operational logs of a service for finding faults. What has to be kept for a year (trail, Config, flow logs) is in the locked archive.",
  },
  {
    check: "CKV2_AWS_4",
    stacks: ["service"],
    addresses: ["aws_api_gateway_stage.live"],
    reason:
      "The access log says of every request what was answered and why (error, response type, integration's status), in a group with a retention. Execution logs repeat that, in a group that API Gateway makes without one.",
  },
  {
    check: "CKV2_AWS_10",
    stacks: ["trail"],
    addresses: ["aws_cloudtrail.organization"],
    reason:
      "The trail goes to the locked archive, where Athena queries it, and GuardDuty watches the same events. A copy in CloudWatch Logs could be read, and deleted, in the management account.",
  },
  {
    check: "CKV2_AWS_11",
    stacks: ["network"],
    addresses: ["aws_vpc.egress"],
    reason:
      "Its flow log is in the routing stack, as the hub's all are: that is deployed after the archive's buckets, the network stack need not be. Checkov sees one stack at a time.",
  },
  {
    check: "CKV2_AWS_29",
    stacks: ["service"],
    addresses: ["aws_api_gateway_stage.live"],
    reason:
      "A web ACL costs by the month; the account's file asks for one where the traffic is worth it (service.settings.firewall). Without it requests are validated and throttled before a function runs.",
  },
  {
    check: "CKV2_AWS_38",
    stacks: ["network", "account"],
    addresses: zones,
    reason:
      "Signing needs the parent domain's registrar to take a DS record, by hand and outside the zone; signing without it protects nothing, and a wrong one takes the domain down.",
  },
  {
    check: "CKV2_AWS_39",
    stacks: ["network", "account"],
    addresses: zones,
    reason:
      "Queries of public zones are logged to us-east-1 alone, which a zone need not allow, and hold what strangers ask about public names. What the zone's own VPCs ask is logged by the resolver where declared.",
  },
  {
    check: "CKV2_AWS_51",
    stacks: ["service"],
    addresses: ["aws_api_gateway_stage.live"],
    reason:
      "It shows backends over HTTP that API Gateway calls them. The only integrations are functions, which take calls by IAM and by this API's ARN alone.",
  },
  {
    check: "CKV2_AWS_53",
    stacks: ["service"],
    addresses: ["aws_api_gateway_method.any_*", "aws_api_gateway_method.options_*"],
    reason:
      "Answered by API Gateway itself with something fixed, 405 or what a browser may send; nothing of the request is read. Every operation of the contract has the validator.",
  },
  {
    check: "CKV2_AWS_62",
    stacks: ["service"],
    addresses: [delivered],
    reason: "Nothing waits for what is delivered: it is queried. That delivery stands still is what an alarm watches.",
  },
  {
    check: "CKV2_AWS_62",
    stacks: ["logs", "account"],
    addresses: [...logBuckets, "aws_s3_bucket.query-results", "aws_s3_bucket.state"],
    reason: "Nothing in the zone waits for new objects. The check asks for a mechanism, not for protection.",
  },
  {
    check: "CKV_AWS_118",
    stacks: ["service"],
    addresses: ["aws_rds_cluster_instance.ledger", "aws_rds_cluster_instance.year-end"],
    reason:
      "Metrics of the operating system, for which RDS needs a role. CloudWatch's metrics of the cluster and Performance Insights tell how a serverless database does.",
  },
  {
    check: "CKV_AWS_139",
    stacks: ["service"],
    addresses: ["aws_rds_cluster.year-end"],
    reason: "Its definition says so, as one does before a database is taken down. A database is protected otherwise.",
  },
  {
    check: "CKV_AWS_327",
    stacks: ["service"],
    addresses: ["aws_rds_cluster.ledger", "aws_rds_cluster.year-end"],
    reason:
      "Encrypted with the account's own AWS managed key of RDS, as tables are with DynamoDB's: a customer managed key would be a second switch in the same hands.",
  },
  {
    check: "CKV_AWS_354",
    stacks: ["service"],
    addresses: ["aws_rds_cluster_instance.ledger", "aws_rds_cluster_instance.year-end"],
    reason: "As for the cluster: the account's own AWS managed key of RDS.",
  },
  {
    check: "CKV2_AWS_8",
    stacks: ["service"],
    addresses: ["aws_rds_cluster.ledger", "aws_rds_cluster.year-end"],
    reason:
      "RDS itself keeps backups, from which a cluster is restored to any second of 14 days or of as many as are declared, and a last snapshot when it is deleted.",
  },
  {
    check: "CKV2_AWS_27",
    stacks: ["service"],
    addresses: ["aws_rds_cluster.ledger", "aws_rds_cluster.year-end"],
    reason: "Logging every statement would put customers' data into logs that more people read. Errors are logged.",
  },
];
