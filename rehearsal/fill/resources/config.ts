import { demand, put, remove } from "../row";
import type { ServiceRows } from "../row";

const byName = { OrganizationConfigRuleNames: "OrganizationConfigRuleName" };

/** Config: moto 5.2.5 has recorders, channels, aggregators and rules, but no organisation rules. */
export const config: ServiceRows = {
  service: "config",
  model: "config",
  resources: [
    {
      resource: "organization config rule",
      key: ["OrganizationConfigRuleName"],
      assigns: {
        OrganizationConfigRuleArn:
          "arn:{partition}:config:{region}:{account}:organization-config-rule/{OrganizationConfigRuleName}-{id:8}",
        OrganizationRuleStatus: "CREATE_SUCCESSFUL",
        LastUpdateTime: "{now}",
      },
      operations: {
        PutOrganizationConfigRule: put(),
        DescribeOrganizationConfigRules: demand("OrganizationConfigRules", byName),
        DescribeOrganizationConfigRuleStatuses: demand("OrganizationConfigRuleStatuses", byName),
        DeleteOrganizationConfigRule: remove(),
      },
    },
  ],
};
