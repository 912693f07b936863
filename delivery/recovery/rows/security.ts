import {
  GuardDutyClient,
  paginateListDetectors,
  paginateListOrganizationAdminAccounts,
} from "@aws-sdk/client-guardduty";
import { named, repeatable, type Rows } from "../row";
import { all, present } from "../search";

const putsWhole = "its Put operation writes over the one that is there";
const settingOfAccount = "it sets what the account has anyway";

export const securityRows: Rows = {
  aws_accessanalyzer_analyzer: named(["analyzer_name"]),
  aws_cloudtrail: {
    is: "named",
    importId: (planned, { place: { partition, region, account } }) =>
      `arn:${partition}:cloudtrail:${region}:${account}:trail/${planned.text("name") ?? ""}`,
  },
  aws_config_configuration_aggregator: repeatable(putsWhole),
  aws_config_configuration_recorder: repeatable(putsWhole),
  aws_config_configuration_recorder_status: repeatable("StartConfigurationRecorder may be called again"),
  aws_config_delivery_channel: repeatable(putsWhole),
  aws_ebs_encryption_by_default: repeatable(settingOfAccount),
  aws_ebs_snapshot_block_public_access: repeatable(settingOfAccount),
  aws_ec2_image_block_public_access: repeatable(settingOfAccount),
  aws_ec2_instance_metadata_defaults: repeatable(settingOfAccount),
  aws_guardduty_detector: {
    is: "searched",
    // GuardDuty User Guide: an account has one detector in a region.
    find: (_planned, search) =>
      all(paginateListDetectors({ client: search.client(GuardDutyClient) }, {}), ({ DetectorIds }) => DetectorIds),
  },
  // hashicorp/aws 5.100.0 imports one that does not exist, without complaint.
  aws_guardduty_organization_admin_account: {
    is: "searched",
    find: async (planned, search) => {
      const account = planned.text("admin_account_id");
      if (account === undefined) return undefined;
      const client = search.client(GuardDutyClient);
      const admins = await all(paginateListOrganizationAdminAccounts({ client }, {}), (page) => page.AdminAccounts);
      return present(admins.map(({ AdminAccountId }) => AdminAccountId)).filter((id) => id === account);
    },
  },
  aws_guardduty_organization_configuration: repeatable("UpdateOrganizationConfiguration sets what is there"),
  aws_securityhub_account: { is: "named", importId: (_planned, { place }) => place.account },
  aws_securityhub_organization_admin_account: named(["admin_account_id"]),
  aws_securityhub_organization_configuration: repeatable("UpdateOrganizationConfiguration sets what is there"),
  aws_securityhub_standards_subscription: {
    is: "named",
    importId: (planned, { place }) =>
      planned.text("standards_arn")?.replace("::standards/", `:${place.account}:subscription/`),
  },
};
