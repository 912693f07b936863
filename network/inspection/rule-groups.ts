import { NetworkfirewallRuleGroup } from "@cdktf/provider-aws/lib/networkfirewall-rule-group";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { inspectionFirewallName } from "../../declaration/names";
import { resource } from "../../stack/resource";

/** Rules, as Suricata's. Sizes the groups for good: AWS replaces a group whose capacity changes, and charges nothing for it. */
const capacities = { "other-traffic": 100, "allowed-domains": 10_000 } as const;

/**
 * In the order in which they are asked ("Strict evaluation order", AWS Network Firewall Developer Guide): `other-traffic`, then
 * `allowed-domains`. What neither passes, the policy drops.
 */
export function addRuleGroups(stack: TerraformStack, zone: LandingZone): readonly NetworkfirewallRuleGroup[] {
  return [addOtherTraffic(stack, zone), addAllowedDomains(stack, zone)];
}

/**
 * `aws_networkfirewall_rule_group.other-traffic`. Dropping established connections lets through the packets that come before one,
 * which of UDP and ICMP may be all there is: nothing but TCP leaves. Between route domains everything passes, for the hub routes
 * only those that talk to each other; the firewall logs it, and rule groups of the platform team's own may come first.
 */
function addOtherTraffic(stack: TerraformStack, zone: LandingZone): NetworkfirewallRuleGroup {
  const { inspection } = zone.network;
  const between = 'pass ip $INSIDE any -> $INSIDE any (msg:"between route domains"; sid:1; rev:1;)';
  const outwards = 'drop ip $HOME_NET any -> $EXTERNAL_NET any (msg:"not TCP"; ip_proto:!TCP; sid:2; rev:1;)';
  const inside = { key: "INSIDE", ipSet: { definition: [...insideRanges(zone)] } };
  return addGroup(stack, zone, "other-traffic", {
    rules: { rulesString: [...(inspection?.betweenDomains === true ? [between] : []), outwards].join("\n") },
    variables: inspection?.betweenDomains === true ? [inside] : [],
  });
}

/**
 * `aws_networkfirewall_rule_group.allowed-domains`: names in TLS's server name indication and HTTP's Host header. By default such a
 * list sees the firewall's own VPC alone ("Stateful domain list rule groups", same guide), so `HOME_NET` is the pool.
 */
function addAllowedDomains(stack: TerraformStack, zone: LandingZone): NetworkfirewallRuleGroup {
  const targets = [...(zone.network.inspection?.allowedDomains ?? [])].sort();
  return addGroup(stack, zone, "allowed-domains", {
    rules: {
      rulesSourceList: { generatedRulesType: "ALLOWLIST", targetTypes: ["HTTP_HOST", "TLS_SNI"], targets },
    },
    variables: [],
  });
}

interface GroupContent {
  readonly rules: { readonly rulesString: string } | { readonly rulesSourceList: DomainList };
  /** Beside `HOME_NET`. */
  readonly variables: readonly IpVariable[];
}

interface DomainList {
  readonly generatedRulesType: "ALLOWLIST";
  readonly targetTypes: string[];
  readonly targets: string[];
}

interface IpVariable {
  readonly key: string;
  readonly ipSet: { readonly definition: string[] };
}

function addGroup(
  stack: TerraformStack,
  { network }: LandingZone,
  name: keyof typeof capacities,
  { rules, variables }: GroupContent,
): NetworkfirewallRuleGroup {
  return resource(stack, NetworkfirewallRuleGroup, name, {
    name: `${inspectionFirewallName}-${name}`,
    type: "STATEFUL",
    capacity: capacities[name],
    ruleGroup: {
      ruleVariables: { ipSets: [{ key: "HOME_NET", ipSet: { definition: [network.pool] } }, ...variables] },
      rulesSource: rules,
      statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
    },
    tags: { Name: name },
  });
}

/** The pool, and what is on premises: both are members of route domains. */
function insideRanges({ network }: LandingZone): readonly string[] {
  const { pool, vpns, directConnects } = network;
  return [pool, ...[...vpns, ...directConnects].flatMap(({ ranges }) => ranges).sort()];
}
