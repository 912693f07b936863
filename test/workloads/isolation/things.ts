import type { Attributes, Place, Resource } from "./resources";

/** How the ARNs of one type of resource are written. */
type Arns = (attributes: Attributes, place: Place) => readonly string[];

const regional =
  (service: string, ...names: readonly ((attributes: Attributes) => string)[]): Arns =>
  (attributes, { partition, region, account }) =>
    names.map((name) => `arn:${partition}:${service}:${region}:${account}:${name(attributes)}`);
const named =
  (before: string, after = "", attribute = "name") =>
  (attributes: Attributes): string =>
    `${before}${String(attributes[attribute])}${after}`;

/**
 * What can be called, by its type in Terraform: its own ARN first, then those of what is in it. Written from the Service Authorization Reference,
 * "Resource types defined by …". A key's id is chosen by AWS: its address stands for it.
 */
const arns: Readonly<Record<string, Arns>> = {
  aws_cloudwatch_event_bus: regional("events", named("event-bus/")),
  aws_cloudwatch_log_group: regional("logs", named("log-group:", ":log-stream:"), named("log-group:", ":log-stream:1")),
  aws_athena_workgroup: regional("athena", named("workgroup/")),
  aws_dynamodb_table: regional(
    "dynamodb",
    named("table/"),
    named("table/", "/index/by-anything"),
    named("table/", "/stream/2026-11-30T00:00:00.000"),
  ),
  aws_glue_catalog_database: regional("glue", named("database/")),
  aws_glue_catalog_table: regional(
    "glue",
    ({ name, database_name: database }) => `table/${String(database)}/${String(name)}`,
  ),
  aws_iam_role: ({ name, path = "/" }, { partition, account }) => [
    `arn:${partition}:iam::${account}:role${String(path)}${String(name)}`,
  ],
  aws_kinesis_stream: regional("kinesis", named("stream/")),
  aws_kinesis_firehose_delivery_stream: regional("firehose", named("deliverystream/")),
  aws_kms_key: regional("kms", named("key/", "", "description")),
  aws_lambda_function: regional("lambda", named("function:", "", "function_name")),
  aws_s3_bucket: ({ bucket }, { partition }) => [
    `arn:${partition}:s3:::${String(bucket)}`,
    `arn:${partition}:s3:::${String(bucket)}/an/object`,
  ],
  aws_secretsmanager_secret: regional("secretsmanager", named("secret:", "-AbCdEf")),
  aws_sesv2_configuration_set: regional("ses", named("configuration-set/", "", "configuration_set_name")),
  aws_sesv2_email_identity: regional("ses", named("identity/", "", "email_identity")),
  aws_sfn_state_machine: regional("states", named("stateMachine:")),
  aws_sns_topic: regional("sns", named("")),
  aws_sqs_queue: regional("sqs", named("")),
};

/** Types that a stack of a service has and that are no data: nothing a function could call to read or change what is not its own. */
const noData: readonly RegExp[] = [
  /^aws_acm_certificate(_validation)?$/,
  /^aws_api_gateway_/,
  /^aws_apigatewayv2_/,
  /^aws_cloudwatch_(dashboard|log_stream|log_subscription_filter|metric_alarm)$/,
  /^aws_cloudwatch_event_(bus_policy|rule|target)$/,
  /^aws_iam_role_policy$/,
  /^aws_lambda_(event_source_mapping|permission)$/,
  /^aws_route53_record$/,
  /^aws_s3_bucket_(ownership_controls|policy|public_access_block|server_side_encryption_configuration|versioning)$/,
  /^aws_sesv2_configuration_set_event_destination$/,
  /^aws_sns_topic_(policy|subscription)$/,
  /^aws_wafv2_web_acl(_association)?$/,
];

/** What a call is about. */
export interface Thing {
  readonly arn: string;
  /** Account that owns it. */
  readonly account: string;
  /** ARN of what its policy is attached to: of an object, the bucket's. */
  readonly owner: string;
}

/** The ARNs of a resource; none of one that cannot be called. */
export function arnsOf({ type, attributes, ...place }: Resource): readonly string[] {
  return arns[type]?.(attributes, place) ?? [];
}

/** What stands in the stacks. */
export function thingsOf(resources: readonly Resource[]): readonly Thing[] {
  return resources.flatMap((resource) => {
    const [owner = "", ...inside] = arnsOf(resource);
    return owner === "" ? [] : [owner, ...inside].map((arn) => ({ arn, account: resource.account, owner }));
  });
}

/**
 * What no stack has, one of each kind in an account, named like a service's own: what a pattern too wide would reach beside what is there.
 */
export function strangersTo(service: string, { partition, region, account }: Place): readonly Thing[] {
  const name = `${service}-stranger`;
  const own = (of: string, resource: string): string => `arn:${partition}:${of}:${region}:${account}:${resource}`;
  return [
    own("dynamodb", `table/${name}`),
    own("dynamodb", `table/${name}/index/by-anything`),
    own("dynamodb", `table/${name}/stream/2026-11-30T00:00:00.000`),
    own("sqs", name),
    `arn:${partition}:s3:::${name}-${account}`,
    `arn:${partition}:s3:::${name}-${account}/an/object`,
    own("events", `event-bus/${name}`),
    own("lambda", `function:${name}`),
    own("logs", `log-group:/aws/lambda/${name}:log-stream:1`),
    own("sns", name),
    own("kms", `key/${name}`),
    own("secretsmanager", `secret:${name}-AbCdEf`),
    own("ssm", `parameter/${name}`),
    own("states", `stateMachine:${name}`),
    own("firehose", `deliverystream/${name}`),
    own("kinesis", `stream/${name}`),
    own("ses", `identity/${name}.example`),
    `arn:${partition}:iam::${account}:role/service/${name}`,
  ].map((arn) => ({ arn, account, owner: arn }));
}

/** Complaints about resources in a stack of a service of which nobody said how they are called. */
export function unknownKinds(resources: readonly Resource[]): readonly string[] {
  return resources
    .filter(({ type }) => arns[type] === undefined && !noData.some((pattern) => pattern.test(type)))
    .map(
      ({ stack, address, type }) =>
        `${stack} has ${address}, and nobody said what the ARN of ${type} is or that it holds no data: add it to test/workloads/isolation/things.ts`,
    );
}
