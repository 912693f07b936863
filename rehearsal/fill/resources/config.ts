import type { ServiceRows } from "../row";
import { verbs } from "../verbs";

const organizationRule = "config:{region}:{account}:organization-config-rule/{OrganizationConfigRuleName}-{id:8}";
const pack = "config:{region}:{account}:conformance-pack/{ConformancePackName}/{ConformancePackId}";
const stack = "arn:{partition}:cloudformation:{region}:{account}:stack/awsconfigconforms-{ConformancePackName}/{uuid}";

/** Config: moto 5.2.5 has recorders, channels, aggregators, rules and organisation packs, but no organisation rules nor packs of one account. */
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
