/** Arguments of a resource in Terraform's JSON. */
export type Config = Readonly<Record<string, unknown>>;

/** Type → name → arguments. */
export interface Stack {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Config>>>>;
}

interface Owner {
  readonly accountId: string;
  readonly partition: string;
  readonly region: string;
}

/** Argument that names the object, and the ARN by that name (Service Authorization Reference, "Resource types defined by" each service). */
interface Naming {
  readonly argument: string;
  readonly arn: (name: string, owner: Owner, config: Config) => string;
}

const regional =
  (service: string, before: string): Naming["arn"] =>
  (name, { partition, region, accountId }) =>
    `arn:${partition}:${service}:${region}:${accountId}:${before}${name}`;

const iam =
  (kind: string): Naming["arn"] =>
  (name, { partition, accountId }, { path }) =>
    `arn:${partition}:iam::${accountId}:${kind}${typeof path === "string" ? path : "/"}${name}`;

const namings: Readonly<Record<string, Naming>> = {
  aws_cloudtrail: { argument: "name", arn: regional("cloudtrail", "trail/") },
  aws_cloudwatch_event_rule: { argument: "name", arn: regional("events", "rule/") },
  aws_cloudwatch_log_group: {
    argument: "name",
    arn: (name, owner) => `${regional("logs", "log-group:")(name, owner, {})}*`,
  },
  aws_cloudwatch_metric_alarm: { argument: "alarm_name", arn: regional("cloudwatch", "alarm:") },
  aws_db_subnet_group: { argument: "name", arn: regional("rds", "subgrp:") },
  aws_dynamodb_table: { argument: "name", arn: regional("dynamodb", "table/") },
  aws_iam_policy: { argument: "name", arn: iam("policy") },
  aws_iam_role: { argument: "name", arn: iam("role") },
  aws_kms_alias: { argument: "name", arn: regional("kms", "") },
  aws_lambda_function: { argument: "function_name", arn: regional("lambda", "function:") },
  aws_rds_cluster: { argument: "cluster_identifier", arn: regional("rds", "cluster:") },
  aws_rds_cluster_instance: { argument: "identifier", arn: regional("rds", "db:") },
  aws_s3_bucket: { argument: "bucket", arn: (name, { partition }) => `arn:${partition}:s3:::${name}` },
  aws_sns_topic: { argument: "name", arn: regional("sns", "") },
};

/** Types that are a part of another object, and the argument that names it. */
const partOf: Readonly<Record<string, string>> = {
  aws_iam_role_policy: "role",
  aws_iam_role_policy_attachment: "role",
  aws_s3_bucket_object_lock_configuration: "bucket",
  aws_s3_bucket_ownership_controls: "bucket",
  aws_s3_bucket_policy: "bucket",
  aws_s3_bucket_public_access_block: "bucket",
  aws_s3_bucket_server_side_encryption_configuration: "bucket",
  aws_s3_bucket_versioning: "bucket",
  aws_sns_topic_policy: "arn",
  aws_sns_topic_subscription: "topic_arn",
};

/** Pattern of the ARN of a resource of a stack; undefined: its name is not in the stack. */
export function arnOf(type: string, config: Config, stack: Stack, owner: Owner): string | undefined {
  const whole = partOf[type];
  if (whole !== undefined) return ofReference(config[whole], stack, owner);
  const naming = namings[type];
  // A provider of its own may be one of another region.
  if (naming === undefined || config["provider"] !== undefined) return undefined;
  const name = config[naming.argument];
  return typeof name === "string" ? naming.arn(withoutReferences(name), owner, config) : undefined;
}

/** `${aws_s3_bucket.logs.id}` is the bucket of this stack. */
function ofReference(value: unknown, stack: Stack, owner: Owner): string | undefined {
  const [, type = "", name = ""] = /^\$\{(aws_\w+)\.([\w-]+)\.\w+\}$/.exec(String(value)) ?? [];
  const config = stack.resource?.[type]?.[name];
  return config === undefined ? undefined : arnOf(type, config, stack, owner);
}

function withoutReferences(name: string): string {
  return name.replace(/\$\{[^}]*\}/g, "*");
}
