import type { RamResourceShare } from "@cdktf/provider-aws/lib/ram-resource-share";
import { Route53ResolverFirewallDomainList } from "@cdktf/provider-aws/lib/route53-resolver-firewall-domain-list";
import { Route53ResolverFirewallRule } from "@cdktf/provider-aws/lib/route53-resolver-firewall-rule";
import { Route53ResolverFirewallRuleGroup } from "@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group";
import type { TerraformStack } from "cdktf";
import type { IdKey } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { shareResolution } from "./share";

/** The first rule that fits decides; between them there is room for others. */
const priorityStep = 100;

/**
 * `dns.firewall`: `aws_route53_resolver_firewall_rule_group.organization`. What a list names does not exist, as far as a VPC can
 * tell: NXDOMAIN. Where AWS's own lists are, their ids say; no API finds them by name in a region, so the zone declares them.
 */
export function addDnsFirewall(
  stack: TerraformStack,
  zone: LandingZone,
  share: RamResourceShare,
): Partial<Record<IdKey, string>> {
  const { firewall } = zone.dns;
  if (!firewall) return {};
  const group = resource(stack, Route53ResolverFirewallRuleGroup, "organization", {
    name: `${zone.organization.name}-dns-firewall`,
  });
  const lists = [
    ...(firewall.block.length > 0 ? [["declared", declaredList(stack, zone, firewall.block)] as const] : []),
    ...Object.entries(firewall.managedLists)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, id]) => [`managed-${name}`, id] as const),
  ];
  for (const [index, [name, firewallDomainListId]] of lists.entries())
    resource(stack, Route53ResolverFirewallRule, name, {
      name,
      firewallRuleGroupId: group.id,
      firewallDomainListId,
      priority: (index + 1) * priorityStep,
      action: "BLOCK",
      blockResponse: "NXDOMAIN",
    });
  shareResolution(stack, share, "dns-firewall", group.arn);
  return { "dns-firewall": group.id };
}

function declaredList(stack: TerraformStack, zone: LandingZone, block: readonly string[]): string {
  return resource(stack, Route53ResolverFirewallDomainList, "declared", {
    name: `${zone.organization.name}-blocked`,
    domains: block.map((name) => (name.startsWith(".") ? `*${name}` : name)).sort(),
  }).id;
}
