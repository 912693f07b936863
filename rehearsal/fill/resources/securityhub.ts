import { create, get, list, put, putEach, remove, removeEach, standardTagging, update } from "../row";
import type { ServiceRows } from "../row";
import { isList, isMembers } from "../shape";
import type { Members } from "../shape";

/** Security Hub: moto 5.2.5 lacks UpdateSecurityHubConfiguration, finding aggregators, standards and tags. */
export const securityHub: ServiceRows = {
  service: "securityhub",
  model: "securityhub",
  tagging: standardTagging,
  resources: [
    {
      resource: "hub",
      key: [],
      assigns: { HubArn: "arn:{partition}:securityhub:{region}:{account}:hub/default", SubscribedAt: "{timestamp}" },
      defaults: { AutoEnableControls: true, ControlFindingGenerator: "SECURITY_CONTROL" },
      arn: "HubArn",
      missing: "InvalidAccessException",
      operations: {
        EnableSecurityHub: create(),
        DescribeHub: get(),
        UpdateSecurityHubConfiguration: update(),
        DisableSecurityHub: remove(),
      },
    },
    {
      resource: "organization administrator account",
      key: ["AccountId"],
      renames: { AdminAccountId: "AccountId" },
      assigns: { Status: "ENABLED" },
      operations: {
        EnableOrganizationAdminAccount: put(),
        ListOrganizationAdminAccounts: list("AdminAccounts"),
        DisableOrganizationAdminAccount: remove(),
      },
    },
    {
      resource: "organization configuration",
      key: [],
      initial: {
        AutoEnable: false,
        AutoEnableStandards: "DEFAULT",
        MemberAccountLimitReached: false,
        OrganizationConfiguration: { ConfigurationType: "LOCAL", Status: "ENABLED" },
      },
      operations: { DescribeOrganizationConfiguration: get(), UpdateOrganizationConfiguration: update() },
    },
    {
      resource: "finding aggregator",
      key: ["FindingAggregatorArn"],
      assigns: {
        FindingAggregatorArn: "arn:{partition}:securityhub:{region}:{account}:finding-aggregator/{uuid}",
        FindingAggregationRegion: "{region}",
      },
      operations: {
        CreateFindingAggregator: create(),
        GetFindingAggregator: get(),
        ListFindingAggregators: list("FindingAggregators"),
        UpdateFindingAggregator: update(),
        DeleteFindingAggregator: remove(),
      },
    },
    {
      resource: "standards subscription",
      key: ["StandardsSubscriptionArn"],
      assigns: { StandardsSubscriptionArn: "arn:{partition}:securityhub:{region}:{account}:subscription/{Standard}" },
      defaults: { StandardsInput: {}, StandardsStatus: "READY" },
      operations: {
        BatchEnableStandards: putEach(requestedStandards, "StandardsSubscriptions"),
        GetEnabledStandards: list("StandardsSubscriptions", { StandardsSubscriptionArns: "StandardsSubscriptionArn" }),
        BatchDisableStandards: removeEach(namedSubscriptions, "StandardsSubscriptions"),
      },
    },
  ],
};

/** A subscription's ARN is its standard's, in the account that subscribes. */
function requestedStandards({ StandardsSubscriptionRequests: requests }: Members): readonly Members[] {
  if (!isList(requests)) return [];
  return requests.filter(isMembers).map((request) => ({
    ...request,
    Standard: String(request["StandardsArn"]).split("standards/")[1] ?? "",
  }));
}

function namedSubscriptions({ StandardsSubscriptionArns: arns }: Members): readonly Members[] {
  return isList(arns) ? arns.map((arn) => ({ StandardsSubscriptionArn: arn })) : [];
}
