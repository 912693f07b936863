import type { ServiceRows } from "../row";
import { crud, putEach, removeEach, standardTagging, verbs } from "../verbs";
import { isList, isMembers } from "../shape";
import type { Members, Value } from "../shape";

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
      derives: ({ OrganizationConfiguration: given }) => ({
        MemberAccountLimitReached: false,
        OrganizationConfiguration: { ...(isMembers(given ?? null) ? (given as Members) : {}), Status: "ENABLED" },
      }),
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
      resource: "configuration policy",
      key: ["Id"],
      renames: { Identifier: "Id" },
      arn: ["Arn", "securityhub:{region}:{account}:configuration-policy/{Id}"],
      assigns: { Id: "{uuid}", CreatedAt: "{timestamp}", UpdatedAt: "{timestamp}" },
      operations: verbs(
        "create CreateConfigurationPolicy; get GetConfigurationPolicy; list ListConfigurationPolicies>ConfigurationPolicySummaries",
        "update UpdateConfigurationPolicy; delete DeleteConfigurationPolicy",
      ),
    },
    {
      resource: "configuration policy association",
      key: ["Target"],
      renames: { ConfigurationPolicyIdentifier: "ConfigurationPolicyId" },
      assigns: { AssociationType: "APPLIED", AssociationStatus: "SUCCESS", UpdatedAt: "{timestamp}" },
      derives: ({ Target: target = null }) => targetOf(target),
      operations: verbs(
        "put StartConfigurationPolicyAssociation; get GetConfigurationPolicyAssociation",
        "delete StartConfigurationPolicyDisassociation",
      ),
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

/** A policy is applied to an account, a unit or the root. */
function targetOf(target: Value): Members {
  if (!isMembers(target)) return {};
  const [kind = "", id = null] = Object.entries(target)[0] ?? [];
  const types: Readonly<Record<string, string>> = {
    AccountId: "ACCOUNT",
    OrganizationalUnitId: "ORGANIZATIONAL_UNIT",
    RootId: "ROOT",
  };
  return { TargetId: id, TargetType: types[kind] ?? null };
}

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
