import { create, get, list, put, remove, standardTagging, update } from "../row";
import type { ServiceRows } from "../row";

/** GuardDuty: moto 5.2.5 has detectors but neither the organisation's configuration nor tags. */
export const guardduty: ServiceRows = {
  service: "guardduty",
  model: "guardduty",
  tagging: standardTagging,
  resources: [
    {
      resource: "detector",
      key: ["DetectorId"],
      assigns: {
        DetectorId: "{id:32}",
        Arn: "arn:{partition}:guardduty:{region}:{account}:detector/{DetectorId}",
        ServiceRole:
          "arn:{partition}:iam::{account}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty",
        CreatedAt: "{timestamp}",
      },
      defaults: { FindingPublishingFrequency: "SIX_HOURS", Features: [] },
      merges: { Features: "Name" },
      single: true,
      derives: (detector) => ({ Status: detector["Enable"] === true ? "ENABLED" : "DISABLED" }),
      arn: "Arn",
      operations: {
        CreateDetector: create(),
        GetDetector: get(),
        ListDetectors: list("DetectorIds"),
        UpdateDetector: update(),
        DeleteDetector: remove(),
      },
    },
    {
      resource: "organization administrator account",
      key: ["AdminAccountId"],
      assigns: { AdminStatus: "ENABLED" },
      operations: {
        EnableOrganizationAdminAccount: put(),
        ListOrganizationAdminAccounts: list("AdminAccounts"),
        DisableOrganizationAdminAccount: remove(),
      },
    },
    {
      resource: "organization configuration",
      key: [],
      initial: { AutoEnableOrganizationMembers: "NONE", MemberAccountLimitReached: false, Features: [] },
      merges: { Features: "Name" },
      derives: (settings) => ({ AutoEnable: settings["AutoEnableOrganizationMembers"] !== "NONE" }),
      operations: { DescribeOrganizationConfiguration: get(), UpdateOrganizationConfiguration: update() },
    },
  ],
};
