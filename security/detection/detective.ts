import { DetectiveGraph } from "@cdktf/provider-aws/lib/detective-graph";
import { DetectiveMember } from "@cdktf/provider-aws/lib/detective-member";
import { DetectiveOrganizationConfiguration } from "@cdktf/provider-aws/lib/detective-organization-configuration";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { watchedAccounts } from "../../declaration/watched-accounts";
import { resource } from "../../stack/resource";

/** Amazon Detective's graph of what every account did: Detective User Guide, "Managing accounts". Members by name, as with Macie. */
export function addDetective(stack: TerraformStack, zone: LandingZone): void {
  if (!zone.security.detective) return;
  const graph = resource(stack, DetectiveGraph, "organization", {});
  const organization = resource(stack, DetectiveOrganizationConfiguration, "organization", {
    graphArn: graph.graphArn,
    autoEnable: false,
  });
  for (const { name, email } of watchedAccounts(zone))
    resource(stack, DetectiveMember, name, {
      accountId: zone.ids.get(`account/${name}`),
      emailAddress: email,
      graphArn: graph.graphArn,
      // The organisation's accounts are asked nothing, and told nothing.
      disableEmailNotification: true,
      dependsOn: [organization],
    });
}
