/** A control of a framework, and what of a zone speaks for it. */
export interface Control {
  readonly framework: "SOC 2" | "ISO/IEC 27001:2022";
  readonly id: string;
  readonly title: string;
  /** Guardrails of the catalogue whose claims bear on it. */
  readonly guardrails?: readonly string[];
  /** Types of Terraform resources that are its configuration. */
  readonly resources?: readonly string[];
}

const logging = ["aws_cloudtrail", "aws_s3_bucket_object_lock_configuration", "aws_flow_log"];
const detection = ["aws_guardduty_detector", "aws_securityhub_account", "aws_accessanalyzer_analyzer"];
const access = ["aws_ssoadmin_permission_set", "aws_ssoadmin_account_assignment", "aws_iam_role"];
const encryption = [
  "aws_kms_key",
  "aws_ebs_encryption_by_default",
  "aws_s3_bucket_server_side_encryption_configuration",
];
const networks = ["aws_ec2_transit_gateway_route_table", "aws_default_security_group", "aws_default_network_acl"];
const keptLogs = ["protect-trail", "protect-config"];
const keptDetection = ["protect-guardduty", "protect-security-hub", "protect-access-analyzer"];

/**
 * AICPA, "2017 Trust Services Criteria (with revised points of focus, 2022)", and ISO/IEC 27001:2022, Annex A. Evidence is material for an
 * auditor's judgement: that it is there says nothing of whether a control is fulfilled.
 */
export const controls: readonly Control[] = [
  {
    framework: "SOC 2",
    id: "CC6.1",
    title: "Logical access security",
    guardrails: ["deny-iam-users", "deny-long-lived-credentials", "deny-root-user", "protect-platform-roles"],
    resources: [...access, "aws_iam_account_password_policy"],
  },
  { framework: "SOC 2", id: "CC6.3", title: "Access by role and least privilege", resources: access },
  {
    framework: "SOC 2",
    id: "CC6.6",
    title: "Protection against threats from outside",
    guardrails: ["keep-public-access-blocked", "deny-external-sharing", "deny-internet-gateways"],
    resources: ["aws_s3_account_public_access_block", "aws_ec2_image_block_public_access", ...networks],
  },
  { framework: "SOC 2", id: "CC6.7", title: "Data in transit", guardrails: ["tls-only"], resources: encryption },
  {
    framework: "SOC 2",
    id: "CC7.1",
    title: "Changes of configuration are detected",
    guardrails: ["protect-config"],
    resources: ["aws_config_configuration_recorder", "aws_config_organization_managed_rule"],
  },
  {
    framework: "SOC 2",
    id: "CC7.2",
    title: "Anomalies are monitored",
    guardrails: [...keptLogs, ...keptDetection],
    resources: [...logging, ...detection, "aws_cloudwatch_log_metric_filter"],
  },
  {
    framework: "SOC 2",
    id: "CC7.4",
    title: "Response to incidents",
    guardrails: ["protect-finding-alerts"],
    resources: ["aws_sns_topic", "aws_sfn_state_machine"],
  },
  { framework: "SOC 2", id: "A1.2", title: "Backups", guardrails: ["keep-backups"], resources: ["aws_backup_plan"] },
  { framework: "ISO/IEC 27001:2022", id: "A.5.15", title: "Access control", resources: access },
  {
    framework: "ISO/IEC 27001:2022",
    id: "A.5.26",
    title: "Response to information security incidents",
    resources: ["aws_sns_topic", "aws_sfn_state_machine"],
  },
  {
    framework: "ISO/IEC 27001:2022",
    id: "A.8.2",
    title: "Privileged access rights",
    guardrails: ["deny-root-user", "protect-platform-roles", "require-permissions-boundary"],
    resources: access,
  },
  {
    framework: "ISO/IEC 27001:2022",
    id: "A.8.9",
    title: "Configuration management",
    guardrails: ["protect-config"],
    resources: ["aws_config_configuration_recorder", "aws_config_organization_conformance_pack"],
  },
  {
    framework: "ISO/IEC 27001:2022",
    id: "A.8.13",
    title: "Information backup",
    guardrails: ["keep-backups"],
    resources: ["aws_backup_plan", "aws_backup_selection"],
  },
  { framework: "ISO/IEC 27001:2022", id: "A.8.15", title: "Logging", guardrails: keptLogs, resources: logging },
  {
    framework: "ISO/IEC 27001:2022",
    id: "A.8.16",
    title: "Monitoring activities",
    guardrails: keptDetection,
    resources: [...detection, "aws_cloudwatch_log_metric_filter"],
  },
  { framework: "ISO/IEC 27001:2022", id: "A.8.22", title: "Segregation of networks", resources: networks },
  {
    framework: "ISO/IEC 27001:2022",
    id: "A.8.24",
    title: "Use of cryptography",
    guardrails: ["tls-only"],
    resources: encryption,
  },
];
