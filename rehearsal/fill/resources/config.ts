import type { ServiceRows } from "../row";
import { verbs } from "../verbs";

const organizationRule = "config:{region}:{account}:organization-config-rule/{OrganizationConfigRuleName}-{id:8}";
const organizationPack =
  "config:{region}:{account}:organization-conformance-pack/{OrganizationConformancePackName}-{id:8}";
const pack = "config:{region}:{account}:conformance-pack/{ConformancePackName}/{ConformancePackId}";
const stack = "arn:{partition}:cloudformation:{region}:{account}:stack/awsconfigconforms-{ConformancePackName}/{uuid}";

/**
 * Config: moto 5.2.5 has recorders, channels, aggregators and rules, but no organisation rules nor packs of one account, and takes no
 * organisation's pack without a delivery bucket, which AWS does.
 */
export const config: ServiceRows = {
  service: "config",
  model: "config",
  resources: [
    {
      resource: "organization config rule",
      key: ["OrganizationConfigRuleName"],
      renames: { OrganizationConfigRuleNames: "OrganizationConfigRuleName" },
      arn: ["OrganizationConfigRuleArn", organizationRule],
      assigns: { OrganizationRuleStatus: "CREATE_SUCCESSFUL", LastUpdateTime: "{now}" },
      operations: verbs(
        "put PutOrganizationConfigRule; demand DescribeOrganizationConfigRules>OrganizationConfigRules",
        "demand DescribeOrganizationConfigRuleStatuses>OrganizationConfigRuleStatuses; delete DeleteOrganizationConfigRule",
      ),
    },
    {
      resource: "organization conformance pack",
      key: ["OrganizationConformancePackName"],
      renames: { OrganizationConformancePackNames: "OrganizationConformancePackName" },
      arn: ["OrganizationConformancePackArn", organizationPack],
      assigns: { Status: "CREATE_SUCCESSFUL", LastUpdateTime: "{now}" },
      operations: verbs(
        "put PutOrganizationConformancePack; demand DescribeOrganizationConformancePacks>OrganizationConformancePacks",
        "demand DescribeOrganizationConformancePackStatuses>OrganizationConformancePackStatuses",
        "delete DeleteOrganizationConformancePack",
      ),
    },
    {
      resource: "conformance pack",
      key: ["ConformancePackName"],
      renames: { ConformancePackNames: "ConformancePackName" },
      arn: ["ConformancePackArn", pack],
      assigns: { ConformancePackId: "conformance-pack-{id:9}", StackArn: stack, LastUpdateRequestedTime: "{now}" },
      derives: () => ({ ConformancePackState: "CREATE_COMPLETE" }),
      operations: verbs(
        "put PutConformancePack; demand DescribeConformancePacks>ConformancePackDetails; delete DeleteConformancePack",
        "demand DescribeConformancePackStatus>ConformancePackStatusDetails",
      ),
    },
  ],
};
