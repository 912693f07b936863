import type { Place } from "../search";
import { named, repeatable, type Row, type Rows } from "../row";

const setsWhat = "its Update operation sets what is there";
const putsWhole = "its Put operation writes over the one that is there";

/** One an account and region has, imported by the account's id. */
const ofAccount: Row = { is: "named", importId: (_planned, { place }) => place.account };

function byArn(service: string, before: string, attribute = "name"): Row {
  return {
    is: "named",
    importId: (planned, { place }) => {
      const name = planned.text(attribute);
      return name && `${arn(place, service)}:${before}${name}`;
    },
  };
}

function arn({ partition, region, account }: Place, service: string): string {
  return `arn:${partition}:${service}:${region}:${account}`;
}

/** What the declaration may add to detection, logs, the trail and the baseline. */
export const detectionRows: Rows = {
  aws_athena_named_query: repeatable("Athena takes a second query of that name; the first stays beside it"),
  aws_backup_plan: repeatable("AWS Backup refuses a second plan that says the same; then it is imported by hand"),
  aws_backup_selection: repeatable("AWS Backup refuses a second selection of that name; then it is imported by hand"),
  aws_backup_vault: named(["name"]),
  aws_cloudwatch_log_destination: repeatable(putsWhole),
  aws_cloudwatch_log_destination_policy: repeatable(putsWhole),
  aws_cloudwatch_log_metric_filter: repeatable(putsWhole),
  aws_cloudwatch_log_subscription_filter: repeatable(putsWhole),
  aws_config_organization_conformance_pack: named(["name"]),
  aws_config_organization_managed_rule: named(["name"]),
  aws_detective_graph: repeatable("CreateGraph answers with the graph the account has"),
  aws_detective_member: named(["graph_arn", "account_id"], "/"),
  aws_detective_organization_admin_account: named(["account_id"]),
  aws_detective_organization_configuration: repeatable(setsWhat),
  aws_guardduty_detector_feature: repeatable("UpdateDetector sets what is there"),
  aws_guardduty_organization_configuration_feature: repeatable(setsWhat),
  aws_inspector2_delegated_admin_account: named(["account_id"]),
  aws_inspector2_enabler: repeatable("Enable leaves an account as it is in which the scans are on"),
  aws_inspector2_member_association: named(["account_id"]),
  aws_inspector2_organization_configuration: repeatable(setsWhat),
  aws_kinesis_firehose_delivery_stream: byArn("firehose", "deliverystream/"),
  aws_kinesis_stream: named(["name"]),
  aws_macie2_account: ofAccount,
  aws_macie2_member: named(["account_id"]),
  aws_macie2_organization_admin_account: named(["admin_account_id"]),
  aws_macie2_organization_configuration: repeatable(setsWhat),
  aws_s3_bucket_replication_configuration: repeatable(putsWhole),
  aws_securityhub_configuration_policy: repeatable(
    "Security Hub refuses a second policy of that name; then it is imported by hand",
  ),
  aws_securityhub_configuration_policy_association: named(["target_id"]),
  aws_securityhub_finding_aggregator: repeatable(
    "Security Hub refuses a second aggregator; then the first is imported by hand",
  ),
  aws_securitylake_aws_log_source: repeatable("CreateAwsLogSource leaves a source as it is that is on"),
  aws_securitylake_data_lake: {
    is: "named",
    importId: (_planned, { place }) => `${arn(place, "securitylake")}:data-lake/default`,
  },
  aws_servicequotas_service_quota: named(["service_code", "quota_code"], "/"),
  aws_sfn_state_machine: byArn("states", "stateMachine:"),
};
