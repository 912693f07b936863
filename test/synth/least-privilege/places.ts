import { managementPolicyKinds, managementPolicyTypes } from "../../../declaration/management-policies";

/** What a policy is for, which decides what is too much in it. */
export type Purpose =
  /** What a role, user or group may do; permissions boundaries too. */
  | "identity"
  /** Who may assume a role. */
  | "trust"
  /** Who may use a resource; the policy stands on the resource, and names it. */
  | "resource"
  /** Who may use a KMS key; its Resource is always `*`, the key itself (KMS Developer Guide, "Key policies"). */
  | "key"
  /** What goes through a VPC endpoint. */
  | "endpoint"
  /** Bounds an organisation and grants nothing: a guardrail, which the audit proves. */
  | "guardrail";

interface Place {
  readonly attribute: string;
  readonly purpose: Purpose;
  /** True when AWS's own policy, which allows everything, takes the place of one that is left out. */
  readonly wideByDefault?: true;
  /** Resources of the type that have no such policy: of these values of another attribute. */
  readonly unless?: { readonly attribute: string; readonly values: readonly string[] };
}

/** Policies that set things up in accounts: in a syntax of their own, and they let nobody do anything (Organizations User Guide, "Management policies"). */
const settingUp = managementPolicyKinds.map((kind) => managementPolicyTypes[kind].type);

const one = (attribute: string, purpose: Purpose): readonly Place[] => [{ attribute, purpose }];

/** Where Terraform's AWS resources have policy documents. A document found anywhere else is a finding, so that a new type is not passed over. */
export const places: Readonly<Record<string, readonly Place[]>> = {
  aws_backup_vault_policy: one("policy", "resource"),
  aws_cloudwatch_event_bus_policy: one("policy", "resource"),
  aws_cloudwatch_log_destination_policy: one("access_policy", "resource"),
  aws_cloudwatch_log_resource_policy: one("policy_document", "resource"),
  aws_dynamodb_resource_policy: one("policy", "resource"),
  aws_ecr_repository_policy: one("policy", "resource"),
  aws_iam_group_policy: one("policy", "identity"),
  aws_iam_policy: one("policy", "identity"),
  aws_iam_role: [
    { attribute: "assume_role_policy", purpose: "trust" },
    { attribute: "inline_policy", purpose: "identity" },
  ],
  aws_iam_role_policy: one("policy", "identity"),
  aws_iam_user_policy: one("policy", "identity"),
  aws_kms_key: one("policy", "key"),
  aws_kms_key_policy: one("policy", "key"),
  aws_kms_replica_key: one("policy", "key"),
  aws_lambda_layer_version_permission: one("policy", "resource"),
  aws_organizations_policy: [
    { attribute: "content", purpose: "guardrail", unless: { attribute: "type", values: settingUp } },
  ],
  aws_organizations_resource_policy: one("content", "resource"),
  aws_s3_access_point: one("policy", "resource"),
  aws_s3_bucket: one("policy", "resource"),
  aws_s3_bucket_policy: one("policy", "resource"),
  aws_secretsmanager_secret: one("policy", "resource"),
  aws_secretsmanager_secret_policy: one("policy", "resource"),
  aws_sns_topic: one("policy", "resource"),
  aws_sns_topic_policy: one("policy", "resource"),
  aws_sqs_queue: one("policy", "resource"),
  aws_sqs_queue_policy: one("policy", "resource"),
  aws_ssoadmin_permission_set_inline_policy: one("inline_policy", "identity"),
  aws_vpc_endpoint: [{ attribute: "policy", purpose: "endpoint", wideByDefault: true }],
  aws_vpc_endpoint_policy: [{ attribute: "policy", purpose: "endpoint", wideByDefault: true }],
};
