import type { ServiceRows } from "../row";
import { crud, standardTagging, verbs } from "../verbs";

const serviceRole =
  "arn:{partition}:iam::{account}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty";

/** GuardDuty: moto 5.2.5 has detectors and filters, but neither the organisation's configuration nor tags. */
export const guardduty: ServiceRows = {
  service: "guardduty",
  model: "guardduty",
  tagging: standardTagging,
  resources: [
    {
      resource: "detector",
      key: ["DetectorId"],
      single: true,
      arn: ["Arn", "guardduty:{region}:{account}:detector/{DetectorId}"],
      assigns: { DetectorId: "{id:32}", ServiceRole: serviceRole, CreatedAt: "{timestamp}" },
      defaults: { FindingPublishingFrequency: "SIX_HOURS", Features: [] },
      merges: { Features: "Name" },
      derives: ({ Enable }) => ({ Status: Enable === true ? "ENABLED" : "DISABLED" }),
      operations: crud("Detector", undefined, "DetectorIds"),
    },
    {
      resource: "filter",
      key: ["DetectorId", "Name"],
      renames: { FilterName: "Name" },
      of: { resource: "detector", key: ["DetectorId"] },
      arn: ["Arn", "guardduty:{region}:{account}:detector/{DetectorId}/filter/{Name}"],
      defaults: { Action: "NOOP", Rank: 1 },
      operations: crud("Filter", undefined, "FilterNames"),
    },
    {
      resource: "organization administrator account",
      key: ["AdminAccountId"],
      assigns: { AdminStatus: "ENABLED" },
      operations: verbs(
        "put EnableOrganizationAdminAccount; list ListOrganizationAdminAccounts>AdminAccounts",
        "delete DisableOrganizationAdminAccount",
      ),
    },
    {
      resource: "organization configuration",
      key: [],
      initial: { AutoEnableOrganizationMembers: "NONE", MemberAccountLimitReached: false, Features: [] },
      merges: { Features: "Name" },
      derives: (settings) => ({ AutoEnable: settings["AutoEnableOrganizationMembers"] !== "NONE" }),
      operations: verbs("get DescribeOrganizationConfiguration; update UpdateOrganizationConfiguration"),
    },
  ],
};
