import { row, type TypeActions } from "./row";

/** Of the services that make a service-linked role with the caller's permission (IAM User Guide, "Create a service-linked role"). */
const linkedRole = "iam:CreateServiceLinkedRole";

/** Detection, logging, keys and what an account's baseline sets. */
export const securityActions: Readonly<Record<string, TypeActions>> = {
  aws_accessanalyzer_analyzer: row("access-analyzer", {
    create: `CreateAnalyzer TagResource ${linkedRole}`,
    read: "GetAnalyzer ListTagsForResource",
    update: "TagResource UntagResource",
    delete: "DeleteAnalyzer",
  }),
  aws_account_alternate_contact: row("account", {
    create: "PutAlternateContact",
    read: "GetAlternateContact",
    update: "PutAlternateContact",
    delete: "DeleteAlternateContact",
  }),
  aws_cloudtrail: row("cloudtrail", {
    create:
      "CreateTrail StartLogging PutEventSelectors PutInsightSelectors AddTags organizations:DescribeOrganization iam:PassRole",
    read: "DescribeTrails GetTrailStatus GetEventSelectors GetInsightSelectors ListTags",
    update: "UpdateTrail PutEventSelectors PutInsightSelectors StartLogging AddTags RemoveTags iam:PassRole",
    delete: "DeleteTrail",
  }),
  aws_config_configuration_aggregator: row("config", {
    create: "PutConfigurationAggregator TagResource iam:PassRole",
    read: "DescribeConfigurationAggregators ListTagsForResource",
    update: "PutConfigurationAggregator TagResource UntagResource iam:PassRole",
    delete: "DeleteConfigurationAggregator",
  }),
  aws_config_configuration_recorder: row("config", {
    create: "PutConfigurationRecorder iam:PassRole",
    read: "DescribeConfigurationRecorders",
    update: "PutConfigurationRecorder iam:PassRole",
    delete: "DeleteConfigurationRecorder",
  }),
  aws_config_configuration_recorder_status: row("config", {
    create: "StartConfigurationRecorder",
    read: "DescribeConfigurationRecorderStatus",
    update: "StartConfigurationRecorder",
    delete: "StopConfigurationRecorder",
  }),
  aws_config_delivery_channel: row("config", {
    create: "PutDeliveryChannel",
    read: "DescribeDeliveryChannels",
    update: "PutDeliveryChannel",
    delete: "DeleteDeliveryChannel",
  }),
  aws_ebs_encryption_by_default: row("ec2", {
    create: "EnableEbsEncryptionByDefault",
    read: "GetEbsEncryptionByDefault",
    update: "EnableEbsEncryptionByDefault",
    delete: "DisableEbsEncryptionByDefault",
  }),
  aws_ebs_snapshot_block_public_access: row("ec2", {
    create: "EnableSnapshotBlockPublicAccess",
    read: "GetSnapshotBlockPublicAccessState",
    update: "EnableSnapshotBlockPublicAccess",
    delete: "DisableSnapshotBlockPublicAccess",
  }),
  aws_ec2_image_block_public_access: row("ec2", {
    create: "EnableImageBlockPublicAccess",
    read: "GetImageBlockPublicAccessState",
    update: "EnableImageBlockPublicAccess",
  }),
  aws_ec2_instance_metadata_defaults: row("ec2", {
    create: "ModifyInstanceMetadataDefaults",
    read: "GetInstanceMetadataDefaults",
    update: "ModifyInstanceMetadataDefaults",
    delete: "ModifyInstanceMetadataDefaults",
  }),
  aws_guardduty_detector: row("guardduty", {
    create: `CreateDetector TagResource ${linkedRole}`,
    read: "GetDetector ListTagsForResource",
    update: "UpdateDetector TagResource UntagResource",
    delete: "DeleteDetector",
  }),
  aws_guardduty_organization_admin_account: row("guardduty", {
    create: "EnableOrganizationAdminAccount organizations:RegisterDelegatedAdministrator",
    read: "ListOrganizationAdminAccounts",
    delete: "DisableOrganizationAdminAccount organizations:DeregisterDelegatedAdministrator",
  }),
  aws_guardduty_organization_configuration: row("guardduty", {
    create: "UpdateOrganizationConfiguration",
    read: "DescribeOrganizationConfiguration",
    update: "UpdateOrganizationConfiguration",
  }),
  aws_iam_account_password_policy: row("iam", {
    create: "UpdateAccountPasswordPolicy",
    read: "GetAccountPasswordPolicy",
    update: "UpdateAccountPasswordPolicy",
    delete: "DeleteAccountPasswordPolicy",
  }),
  aws_kms_alias: row("kms", {
    create: "CreateAlias",
    read: "ListAliases",
    update: "UpdateAlias",
    delete: "DeleteAlias",
  }),
  aws_kms_key: row("kms", {
    create: "CreateKey PutKeyPolicy EnableKeyRotation TagResource",
    read: "DescribeKey GetKeyPolicy GetKeyRotationStatus ListResourceTags",
    update: "PutKeyPolicy UpdateKeyDescription EnableKeyRotation TagResource UntagResource",
    delete: "ScheduleKeyDeletion",
  }),
  aws_s3_account_public_access_block: row("s3", {
    create: "PutAccountPublicAccessBlock",
    read: "GetAccountPublicAccessBlock",
    update: "PutAccountPublicAccessBlock",
    delete: "PutAccountPublicAccessBlock",
  }),
  aws_securityhub_account: row("securityhub", {
    create: `EnableSecurityHub UpdateSecurityHubConfiguration ${linkedRole}`,
    read: "DescribeHub",
    update: "UpdateSecurityHubConfiguration",
    delete: "DisableSecurityHub",
  }),
  aws_securityhub_organization_admin_account: row("securityhub", {
    create: "EnableOrganizationAdminAccount organizations:RegisterDelegatedAdministrator",
    read: "ListOrganizationAdminAccounts",
    delete: "DisableOrganizationAdminAccount organizations:DeregisterDelegatedAdministrator",
  }),
  aws_securityhub_organization_configuration: row("securityhub", {
    create: "UpdateOrganizationConfiguration",
    read: "DescribeOrganizationConfiguration",
    update: "UpdateOrganizationConfiguration",
    delete: "UpdateOrganizationConfiguration",
  }),
  aws_securityhub_standards_subscription: row("securityhub", {
    create: "BatchEnableStandards",
    read: "GetEnabledStandards",
    delete: "BatchDisableStandards",
  }),
};
