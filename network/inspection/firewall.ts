import { NetworkfirewallFirewall } from "@cdktf/provider-aws/lib/networkfirewall-firewall";
import { NetworkfirewallFirewallPolicy } from "@cdktf/provider-aws/lib/networkfirewall-firewall-policy";
import type { NetworkfirewallRuleGroup } from "@cdktf/provider-aws/lib/networkfirewall-rule-group";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { inspectionFirewallName } from "../../declaration/names";
import { resource } from "../../stack/resource";
import type { PlacedSubnets } from "../vpc/subnets";

/**
 * `aws_networkfirewall_firewall.inspection`, with an endpoint in each zone's main subnet.
 *
 * AWS's protections against deletion and change stay off (Security Hub controls NetworkFirewall.9 and .10 ask for them): they
 * bind Terraform too, so that a zone with the firewall could neither be taken down nor given another availability zone. Nobody
 * but `landfall-platform` may change the network account.
 */
export function addFirewall(
  stack: TerraformStack,
  zone: LandingZone,
  vpc: Vpc,
  subnets: readonly PlacedSubnets[],
  groups: readonly NetworkfirewallRuleGroup[],
): NetworkfirewallFirewall {
  return resource(stack, NetworkfirewallFirewall, "inspection", {
    name: inspectionFirewallName,
    firewallPolicyArn: addPolicy(stack, zone, groups).arn,
    vpcId: vpc.id,
    subnetMapping: subnets.map(({ main }) => ({ subnetId: main.id })),
    deleteProtection: false,
    subnetChangeProtection: false,
    firewallPolicyChangeProtection: false,
    tags: { Name: "inspection" },
  });
}

/**
 * `aws_networkfirewall_firewall_policy.inspection`: every packet goes to the stateful rules, in strict order; what no rule passes
 * is dropped once its connection is established, which is the earliest moment that a name is known ("Strict evaluation order", AWS
 * Network Firewall Developer Guide), and recorded. `EXTERNAL_NET` is whatever is not the policy's `HOME_NET`, by default the
 * firewall's own VPC ("Firewall policy settings", same guide).
 */
function addPolicy(
  stack: TerraformStack,
  { network }: LandingZone,
  groups: readonly NetworkfirewallRuleGroup[],
): NetworkfirewallFirewallPolicy {
  return resource(stack, NetworkfirewallFirewallPolicy, "inspection", {
    name: inspectionFirewallName,
    firewallPolicy: {
      policyVariables: { ruleVariables: [{ key: "HOME_NET", ipSet: { definition: [network.pool] } }] },
      statelessDefaultActions: ["aws:forward_to_sfe"],
      statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
      statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
      statefulDefaultActions: ["aws:alert_established", "aws:drop_established"],
      statefulRuleGroupReference: groups.map(({ arn }, index) => ({ priority: index + 1, resourceArn: arn })),
    },
    tags: { Name: "inspection" },
  });
}

/** Token of the id of the firewall's endpoint in a zone. */
export function endpointIn(firewall: NetworkfirewallFirewall, availabilityZone: string): string {
  const states = `${firewall.terraformResourceType}.${firewall.friendlyUniqueId}.firewall_status[0].sync_states`;
  return `\${one([for state in ${states} : state.attachment[0].endpoint_id if state.availability_zone == "${availabilityZone}"])}`;
}
