import type { ServiceRows } from "../row";
import { crud, putEach, removeEach, standardTagging, verbs } from "../verbs";
import { isList, isMembers } from "../shape";
import type { Members } from "../shape";

const localConfiguration = { ConfigurationType: "LOCAL", Status: "ENABLED" };

/** Security Hub: moto 5.2.5 lacks UpdateSecurityHubConfiguration, finding aggregators, standards and tags. */
export const securityHub: ServiceRows = {
  service: "securityhub",
  model: "securityhub",
  tagging: standardTagging,
  resources: [
    {
      resource: "hub",
      key: [],
      arn: ["HubArn", "securityhub:{region}:{account}:hub/default"],
      assigns: { SubscribedAt: "{timestamp}" },
      defaults: { AutoEnableControls: true, ControlFindingGenerator: "SECURITY_CONTROL" },
      missing: "InvalidAccessException",
      operations: verbs(
        "create EnableSecurityHub; get DescribeHub; update UpdateSecurityHubConfiguration; delete DisableSecurityHub",
      ),
    },
    {
      resource: "organization administrator account",
      key: ["AccountId"],
      renames: { AdminAccountId: "AccountId" },
      assigns: { Status: "ENABLED" },
      operations: verbs(
        "put EnableOrganizationAdminAccount; list ListOrganizationAdminAccounts>AdminAccounts",
        "delete DisableOrganizationAdminAccount",
      ),
    },
    {
      resource: "organization configuration",
      key: [],
      initial: { AutoEnable: false, AutoEnableStandards: "DEFAULT", OrganizationConfiguration: localConfiguration },
      derives: () => ({ MemberAccountLimitReached: false }),
      operations: verbs("get DescribeOrganizationConfiguration; update UpdateOrganizationConfiguration"),
    },
    {
      resource: "finding aggregator",
      key: ["FindingAggregatorArn"],
      arn: ["FindingAggregatorArn", "securityhub:{region}:{account}:finding-aggregator/{uuid}"],
      assigns: { FindingAggregationRegion: "{region}" },
      operations: crud("FindingAggregator"),
    },
    {
      resource: "standards subscription",
      key: ["StandardsSubscriptionArn"],
      renames: { StandardsSubscriptionArns: "StandardsSubscriptionArn" },
      arn: ["StandardsSubscriptionArn", "securityhub:{region}:{account}:subscription/{Standard}"],
      defaults: { StandardsInput: {}, StandardsStatus: "READY" },
      operations: {
        BatchEnableStandards: putEach(requestedStandards, "StandardsSubscriptions"),
        ...verbs("list GetEnabledStandards>StandardsSubscriptions"),
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
