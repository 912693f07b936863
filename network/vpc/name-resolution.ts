import { Route53ResolverFirewallRuleGroupAssociation } from "@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group-association";
import { Route53ResolverQueryLogConfigAssociation } from "@cdktf/provider-aws/lib/route53-resolver-query-log-config-association";
import { Route53ResolverRuleAssociation } from "@cdktf/provider-aws/lib/route53-resolver-rule-association";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { dnsAddress } from "../../declaration/terraform-addresses";
import { resource } from "../../stack/resource";

/** Of what Route 53 Resolver has ("Name", Route 53 Resolver API reference). */
export const longestName = 64;

/** Between those that Firewall Manager takes for its own, first and last ("AssociateFirewallRuleGroup", Route 53 Resolver API reference). */
const firewallPriority = 101;

/**
 * What leads the queries of a VPC, as far as the zone declares it: forward rules, the DNS firewall and the query log, which the
 * `network` stack makes and shares. `aws_route53_resolver_rule_association.<name>--<domain>`, the others `.<name>`.
 *
 * @param name of the VPC in addresses
 * @param forwards whether it sends queries to name servers on premises
 */
export function addNameResolution(
  stack: TerraformStack,
  { dns, ids }: LandingZone,
  name: string,
  vpcId: string,
  forwards = true,
): void {
  const domains = forwards ? Object.keys(dns.resolver?.forward ?? {}).sort() : [];
  for (const domain of domains)
    resource(stack, Route53ResolverRuleAssociation, `${name}--${dnsAddress(domain)}`, {
      name: dnsAddress(domain).slice(0, longestName),
      resolverRuleId: ids.get(`resolver-rule/${domain}`),
      vpcId,
    });
  if (dns.firewall)
    resource(stack, Route53ResolverFirewallRuleGroupAssociation, name, {
      name,
      firewallRuleGroupId: ids.get("dns-firewall"),
      priority: firewallPriority,
      vpcId,
    });
  if (dns.queryLogs)
    resource(stack, Route53ResolverQueryLogConfigAssociation, name, {
      resolverQueryLogConfigId: ids.get("query-log-config"),
      resourceId: vpcId,
    });
}
