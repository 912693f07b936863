import { row, type TypeActions } from "./row";

const linkedRole = "iam:CreateServiceLinkedRole";
const tags = "TagResource UntagResource";

/** What the declaration may add to detection, logs, the trail and the baseline. */
export const detectionActions: Readonly<Record<string, TypeActions>> = {
  aws_athena_named_query: row("athena", {
    create: "CreateNamedQuery",
    read: "GetNamedQuery",
    delete: "DeleteNamedQuery",
  }),
  aws_backup_plan: row("backup", {
    create: "CreateBackupPlan TagResource",
    read: "GetBackupPlan ListTags",
    update: `UpdateBackupPlan ${tags}`,
    delete: "DeleteBackupPlan",
  }),
  aws_backup_selection: row("backup", {
    create: "CreateBackupSelection iam:PassRole",
    read: "GetBackupSelection",
    delete: "DeleteBackupSelection",
  }),
  // The key is AWS's own: "Access control", AWS Backup developer guide.
  aws_backup_vault: row("backup", {
    create: "CreateBackupVault TagResource backup-storage:MountCapsule kms:CreateGrant kms:DescribeKey",
    read: "DescribeBackupVault ListTags",
    update: tags,
    delete: "DeleteBackupVault",
  }),
  aws_cloudwatch_log_destination: row("logs", {
    create: "PutDestination TagResource iam:PassRole",
    read: "DescribeDestinations ListTagsForResource",
    update: `PutDestination ${tags} iam:PassRole`,
    delete: "DeleteDestination",
  }),
  aws_cloudwatch_log_destination_policy: row("logs", {
    create: "PutDestinationPolicy",
    read: "DescribeDestinations",
    update: "PutDestinationPolicy",
  }),
  aws_cloudwatch_log_metric_filter: row("logs", {
    create: "PutMetricFilter",
    read: "DescribeMetricFilters",
    update: "PutMetricFilter",
    delete: "DeleteMetricFilter",
  }),
  aws_cloudwatch_log_subscription_filter: row("logs", {
    create: "PutSubscriptionFilter",
    read: "DescribeSubscriptionFilters",
    update: "PutSubscriptionFilter",
    delete: "DeleteSubscriptionFilter",
  }),
  aws_config_organization_conformance_pack: row("config", {
    create: `PutOrganizationConformancePack ${linkedRole}`,
    read: "DescribeOrganizationConformancePacks DescribeOrganizationConformancePackStatuses GetOrganizationConformancePackDetailedStatus",
    update: "PutOrganizationConformancePack",
    delete: "DeleteOrganizationConformancePack",
  }),
  aws_config_organization_managed_rule: row("config", {
    create: `PutOrganizationConfigRule ${linkedRole}`,
    read: "DescribeOrganizationConfigRules DescribeOrganizationConfigRuleStatuses",
    update: "PutOrganizationConfigRule",
    delete: "DeleteOrganizationConfigRule",
  }),
  aws_detective_graph: row("detective", {
    create: `CreateGraph TagResource ${linkedRole}`,
    read: "ListGraphs ListTagsForResource",
    update: tags,
    delete: "DeleteGraph",
  }),
  aws_detective_member: row("detective", {
    create: "CreateMembers",
    read: "ListMembers",
    delete: "DeleteMembers",
  }),
  aws_detective_organization_admin_account: row("detective", {
    create: "EnableOrganizationAdminAccount organizations:RegisterDelegatedAdministrator",
    read: "ListOrganizationAdminAccount",
    delete: "DisableOrganizationAdminAccount organizations:DeregisterDelegatedAdministrator",
  }),
  aws_detective_organization_configuration: row("detective", {
    create: "UpdateOrganizationConfiguration",
    read: "DescribeOrganizationConfiguration",
    update: "UpdateOrganizationConfiguration",
  }),
  aws_guardduty_detector_feature: row("guardduty", {
    create: "UpdateDetector",
    read: "GetDetector",
    update: "UpdateDetector",
  }),
  aws_guardduty_organization_configuration_feature: row("guardduty", {
    create: "UpdateOrganizationConfiguration DescribeOrganizationConfiguration",
    read: "DescribeOrganizationConfiguration",
    update: "UpdateOrganizationConfiguration",
  }),
  aws_inspector2_delegated_admin_account: row("inspector2", {
    create: `EnableDelegatedAdminAccount organizations:RegisterDelegatedAdministrator ${linkedRole}`,
    read: "ListDelegatedAdminAccounts",
    delete: "DisableDelegatedAdminAccount organizations:DeregisterDelegatedAdministrator",
  }),
  aws_inspector2_enabler: row("inspector2", {
    create: `Enable ${linkedRole}`,
    read: "BatchGetAccountStatus",
    update: "Enable Disable",
    delete: "Disable",
  }),
  aws_inspector2_member_association: row("inspector2", {
    create: "AssociateMember",
    read: "GetMember",
    delete: "DisassociateMember",
  }),
  aws_inspector2_organization_configuration: row("inspector2", {
    create: "UpdateOrganizationConfiguration",
    read: "DescribeOrganizationConfiguration",
    update: "UpdateOrganizationConfiguration",
    delete: "UpdateOrganizationConfiguration",
  }),
  aws_kinesis_firehose_delivery_stream: row("firehose", {
    create: "CreateDeliveryStream TagDeliveryStream iam:PassRole",
    read: "DescribeDeliveryStream ListTagsForDeliveryStream",
    update: "UpdateDestination TagDeliveryStream UntagDeliveryStream iam:PassRole",
    delete: "DeleteDeliveryStream",
  }),
  aws_macie2_account: row("macie2", {
    create: `EnableMacie ${linkedRole}`,
    read: "GetMacieSession",
    update: "UpdateMacieSession",
    delete: "DisableMacie",
  }),
  aws_macie2_member: row("macie2", {
    create: "CreateMember UpdateMemberSession",
    read: "GetMember",
    update: "UpdateMemberSession",
    delete: "DeleteMember",
  }),
  aws_macie2_organization_admin_account: row("macie2", {
    create: "EnableOrganizationAdminAccount organizations:RegisterDelegatedAdministrator",
    read: "ListOrganizationAdminAccounts",
    delete: "DisableOrganizationAdminAccount organizations:DeregisterDelegatedAdministrator",
  }),
  aws_macie2_organization_configuration: row("macie2", {
    create: "UpdateOrganizationConfiguration",
    read: "DescribeOrganizationConfiguration",
    update: "UpdateOrganizationConfiguration",
  }),
  aws_s3_bucket_replication_configuration: row("s3", {
    create: "PutReplicationConfiguration iam:PassRole",
    read: "GetReplicationConfiguration",
    update: "PutReplicationConfiguration iam:PassRole",
    delete: "PutReplicationConfiguration",
  }),
  aws_securityhub_configuration_policy: row("securityhub", {
    create: "CreateConfigurationPolicy",
    read: "GetConfigurationPolicy",
    update: "UpdateConfigurationPolicy",
    delete: "DeleteConfigurationPolicy",
  }),
  aws_securityhub_configuration_policy_association: row("securityhub", {
    create: "StartConfigurationPolicyAssociation",
    read: "GetConfigurationPolicyAssociation",
    update: "StartConfigurationPolicyAssociation",
    delete: "StartConfigurationPolicyDisassociation",
  }),
  aws_securityhub_finding_aggregator: row("securityhub", {
    create: "CreateFindingAggregator",
    read: "GetFindingAggregator",
    update: "UpdateFindingAggregator",
    delete: "DeleteFindingAggregator",
  }),
  aws_securitylake_aws_log_source: row("securitylake", {
    create: "CreateAwsLogSource",
    read: "ListLogSources",
    delete: "DeleteAwsLogSource",
  }),
  // "Setting up Amazon Security Lake", "Permissions required": it makes a bucket, tables and roles with the caller's permissions.
  aws_securitylake_data_lake: row("securitylake", {
    create: `CreateDataLake TagResource iam:PassRole s3:CreateBucket glue:CreateDatabase glue:CreateTable lakeformation:RegisterResource lakeformation:GrantPermissions ${linkedRole}`,
    read: "ListDataLakes ListTagsForResource",
    update: `UpdateDataLake ${tags}`,
    delete: "DeleteDataLake",
  }),
  aws_servicequotas_service_quota: row("servicequotas", {
    create: `RequestServiceQuotaIncrease ${linkedRole}`,
    read: "GetServiceQuota GetAWSDefaultServiceQuota GetRequestedServiceQuotaChange",
    update: "RequestServiceQuotaIncrease",
  }),
  aws_sfn_state_machine: row("states", {
    create: "CreateStateMachine TagResource iam:PassRole",
    read: "DescribeStateMachine ListTagsForResource ListStateMachineVersions",
    update: `UpdateStateMachine ${tags} iam:PassRole`,
    delete: "DeleteStateMachine",
  }),
};
