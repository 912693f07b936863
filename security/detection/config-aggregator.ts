import { ConfigConfigurationAggregator } from "@cdktf/provider-aws/lib/config-configuration-aggregator";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/** One view of every account's resources: AWS Config Developer Guide, "Aggregators for AWS Config: organization". */
export function addConfigAggregator(stack: TerraformStack, zone: LandingZone): void {
  const role = resource(stack, IamRole, "config-aggregator", {
    name: "landfall-config-aggregator",
    description: "Lets AWS Config list the organisation's accounts",
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "ConfigAssumes",
          Effect: "Allow",
          Principal: { Service: "config.amazonaws.com" },
          Action: "sts:AssumeRole",
        },
      ],
    }),
  });
  const policy = resource(stack, IamRolePolicyAttachment, "config-aggregator", {
    role: role.name,
    policyArn: `arn:${zone.partition}:iam::aws:policy/service-role/AWSConfigRoleForOrganizations`,
  });
  resource(stack, ConfigConfigurationAggregator, "organization", {
    name: `${zone.organization.name}-organization`,
    organizationAggregationSource: { allRegions: true, roleArn: role.arn },
    dependsOn: [policy],
  });
}
