import type { RamResourceShare } from "@cdktf/provider-aws/lib/ram-resource-share";
import { Route53ResolverEndpoint } from "@cdktf/provider-aws/lib/route53-resolver-endpoint";
import { Route53ResolverRule } from "@cdktf/provider-aws/lib/route53-resolver-rule";
import { SecurityGroup, type SecurityGroupIngress } from "@cdktf/provider-aws/lib/security-group";
import type { TerraformStack } from "cdktf";
import type { IdKey } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { dnsAddress } from "../../declaration/terraform-addresses";
import { resource } from "../../stack/resource";
import type { EndpointsVpc } from "../endpoints/endpoints-vpc";
import { dnsFrom, planResolverAdmissions } from "../plan/endpoints";
import { resolvesFor } from "../plan/resolver-ways";
import { groupRules } from "../vpc/group-rules";
import { longestName } from "../vpc/name-resolution";
import { shareResolution } from "./share";

const port = 53;

/**
 * `dns.resolver`: `aws_route53_resolver_endpoint.inbound`, where networks on premises ask for private names, and `.outbound`, from where
 * queries for `forward` leave, each with an address in every zone; and a rule for each of those domains, which every account of the
 * organisation may associate ("Resolving DNS queries between VPCs and your network", Route 53 Developer Guide).
 */
export function addResolver(
  stack: TerraformStack,
  zone: LandingZone,
  share: RamResourceShare,
  at: EndpointsVpc | undefined,
): Partial<Record<IdKey, string>> {
  const { inbound, forwards } = resolvesFor(zone);
  if (!at) return {};
  if (inbound)
    addEndpoint(stack, zone, at, "inbound", { ingress: groupRules("DNS", planResolverAdmissions(zone)), egress: [] });
  if (forwards.length === 0) return {};
  const servers = [...new Set(forwards.flatMap(([, addresses]) => addresses))].sort();
  const outbound = addEndpoint(stack, zone, at, "outbound", {
    ingress: [],
    egress: groupRules("DNS", dnsFrom(servers.map((address) => `${address}/32`))),
  });
  return Object.fromEntries(
    forwards.map(([domain, addresses]) => {
      const name = dnsAddress(domain);
      const rule = resource(stack, Route53ResolverRule, name, {
        name: name.slice(0, longestName),
        domainName: domain,
        ruleType: "FORWARD",
        resolverEndpointId: outbound.id,
        targetIp: addresses.map((ip) => ({ ip, port })),
      });
      shareResolution(stack, share, `resolver-rule--${name}`, rule.arn);
      return [`resolver-rule/${domain}`, rule.id] as const;
    }),
  );
}

interface GroupRules {
  readonly ingress: SecurityGroupIngress[];
  readonly egress: SecurityGroupIngress[];
}

function addEndpoint(
  stack: TerraformStack,
  zone: LandingZone,
  { vpc, subnets }: EndpointsVpc,
  name: "inbound" | "outbound",
  rules: GroupRules,
): Route53ResolverEndpoint {
  const group = resource(stack, SecurityGroup, `resolver-${name}`, {
    name: `resolver-${name}`,
    description: `DNS queries of the resolver's ${name} endpoint`,
    vpcId: vpc.id,
    ...rules,
    tags: { Name: `resolver-${name}` },
  });
  return resource(stack, Route53ResolverEndpoint, name, {
    name: `${zone.organization.name}-${name}`,
    direction: name.toUpperCase(),
    securityGroupIds: [group.id],
    ipAddress: subnets.map(({ main }) => ({ subnetId: main.id })),
  });
}
