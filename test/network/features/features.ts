import type { LandingZone } from "../../../declaration/model";
import { twoRegions } from "../../fixtures/zones";

/** What a rehearsal shows of a feature; see "What a rehearsal shows" in the README. */
export type Kind = "behaves" | "stored" | "validated";

export interface Feature {
  readonly name: string;
  /** How it is declared. */
  readonly declared: string;
  /** Stacks in which it is. */
  readonly stacks: string;
  /** Its modules: without them its tests fail. */
  readonly files: readonly string[];
  readonly tests: readonly string[];
  readonly kind: Kind;
}

/** A feature that a zone may leave off, and what that removes, adds and changes of the zone with everything on. */
export interface Toggle {
  readonly feature: string;
  /** Where it is on: `everything`, unless said. */
  readonly on?: LandingZone;
  readonly off: (zone: LandingZone) => LandingZone;
  /** Patterns of `STACK TYPE.NAME`: each matches something, and nothing else differs. */
  readonly removes: readonly RegExp[];
  readonly adds?: readonly RegExp[];
  readonly changes?: readonly RegExp[];
}

const hub = "test/network/network-stack.test.ts";
const toggles = "test/network/features/toggles.test.ts";

export const features: readonly Feature[] = [
  {
    name: "Transit Gateway hub, shared by RAM",
    declared: "always",
    stacks: "`network`",
    files: ["network/hub/transit-gateway.ts", "network/hub/resource-share.ts"],
    tests: [hub],
    kind: "stored",
  },
  {
    name: "Route table a domain, `talksTo`, blackholes",
    declared: "`network.domains`",
    stacks: "`network`, `routing`",
    files: ["network/hub/route-tables.ts", "declaration/routing/route-plan.ts", "network/routing/static-routes.ts"],
    tests: ["test/network/route-plan.test.ts", "test/network/routing-stack.test.ts", hub],
    kind: "stored",
  },
  {
    name: "Flow logs of the Transit Gateway",
    declared: "`network.transitGateway.flowLogs`",
    stacks: "`routing`",
    files: ["network/hub/flow-log.ts"],
    tests: [toggles],
    kind: "stored",
  },
  {
    name: "Central egress, NAT gateways",
    declared: "`network.egress.natGateways`",
    stacks: "`network`",
    files: ["network/egress/egress-vpc.ts", "network/egress/nat-gateways.ts", "network/egress/routes.ts"],
    tests: [hub],
    kind: "stored",
  },
  {
    name: "Inspection VPC with AWS Network Firewall",
    declared: "`network.inspection`",
    stacks: "`network`, `routing`",
    files: [
      "network/inspection/inspection-vpc.ts",
      "network/inspection/rule-groups.ts",
      "network/inspection/firewall.ts",
      "network/inspection/routes.ts",
      "network/inspection/logging.ts",
    ],
    tests: ["test/network/inspection.test.ts"],
    kind: "stored",
  },
  {
    name: "Central interface endpoints and their private zones",
    declared: "`network.endpoints`",
    stacks: "`network`, `routing`, `<account>-dns`",
    files: [
      "network/endpoints/endpoints-vpc.ts",
      "network/endpoints/interface-endpoints.ts",
      "network/endpoints/service-zones.ts",
    ],
    tests: ["test/network/endpoints.test.ts"],
    kind: "stored",
  },
  {
    name: "Gateway endpoints bound to the organisation",
    declared: "always",
    stacks: "`<account>`",
    files: ["network/spoke/gateway-endpoints.ts", "network/spoke/endpoint-policy.ts"],
    tests: ["test/network/spoke.test.ts"],
    kind: "stored",
  },
  {
    name: "Network ACL baseline",
    declared: "`network.networkAcls` (on)",
    stacks: "`network`, `<account>`",
    files: ["network/vpc/network-acl.ts"],
    tests: ["test/network/network-acl.test.ts"],
    kind: "stored",
  },
  {
    name: "Default security groups closed",
    declared: "always",
    stacks: "`network`, `<account>`",
    files: ["network/vpc/vpc.ts"],
    tests: [hub],
    kind: "stored",
  },
  {
    name: "Shared VPCs, subnets given by RAM",
    declared: "`network.sharedVpcs`, an account's `sharedVpc`",
    stacks: "`network`, `routing`",
    files: ["network/shared-vpc/shared-vpc.ts", "network/shared-vpc/share-subnets.ts"],
    tests: ["test/network/shared-vpc.test.ts"],
    kind: "stored",
  },
  {
    name: "Site-to-site VPN",
    declared: "`network.vpns`",
    stacks: "`network`, `routing`",
    files: ["network/hybrid/vpn.ts", "network/hybrid/tunnel-options.ts"],
    tests: ["test/network/on-premises.test.ts"],
    kind: "stored",
  },
  {
    name: "Direct Connect gateways",
    declared: "`network.directConnects`",
    stacks: "`network`, `routing`",
    files: ["network/hybrid/direct-connect.ts"],
    tests: ["test/network/on-premises.test.ts"],
    kind: "stored",
  },
  {
    name: "Hubs in other regions, peered with the home region's, and spokes there",
    declared: "`network.regions`, an account's `network.regions`",
    stacks: "`network-<region>`, `routing-<region>`, `<account>-<region>`, `network`, `routing`",
    files: [
      "network/network-region-stack.ts",
      "network/hub/peering.ts",
      "declaration/routing/regional.ts",
      "network/spoke/regional-spoke.ts",
    ],
    tests: ["test/network/regions.test.ts"],
    kind: "stored",
  },
  {
    name: "AWS IPAM with a pool a domain",
    declared: "`network.ipam`",
    stacks: "`network`",
    files: ["network/ipam/ipam.ts", "network/ipam/pool-plan.ts"],
    tests: ["test/network/ipam.test.ts"],
    kind: "stored",
  },
  {
    name: "Apex zone, a delegated zone an account",
    declared: "`dns.serviceSuffix`",
    stacks: "`network`, `routing`, `<account>`",
    files: ["network/hub/apex-zone.ts", "network/routing/delegations.ts"],
    tests: ["test/network/routing-stack.test.ts", hub],
    kind: "behaves",
  },
  {
    name: "A private zone that every VPC resolves",
    declared: "`dns.privateSuffix`",
    stacks: "`network`, `routing`, `<account>-dns`",
    files: ["network/dns/organization-zone.ts", "network/routing/zone-authorizations.ts", "network/dns-stack.ts"],
    tests: ["test/network/dns/dns.test.ts"],
    kind: "stored",
  },
  {
    name: "Resolver endpoints and forward rules",
    declared: "`dns.resolver`",
    stacks: "`network`, `<account>`",
    files: ["network/dns/resolver.ts", "network/vpc/name-resolution.ts"],
    tests: ["test/network/dns/dns.test.ts"],
    kind: "stored",
  },
  {
    name: "DNS firewall",
    declared: "`dns.firewall`",
    stacks: "`network`, `routing`, `<account>`",
    files: ["network/dns/firewall.ts", "network/routing/hub-resolution.ts"],
    tests: ["test/network/dns/dns.test.ts"],
    kind: "stored",
  },
  {
    name: "DNS query logs to the log archive",
    declared: "`dns.queryLogs`",
    stacks: "`network`, `routing`, `<account>`",
    files: ["network/dns/query-logs.ts"],
    tests: ["test/network/dns/dns.test.ts"],
    kind: "stored",
  },
  {
    name: "Flow logs of every VPC",
    declared: "always",
    stacks: "`<account>`, `routing`",
    files: ["network/vpc/flow-log.ts"],
    tests: ["test/network/spoke.test.ts"],
    kind: "stored",
  },
  {
    name: "Reachability compared with what is declared; `landfall reach`",
    declared: "always",
    stacks: "every synthesis",
    files: ["network/reachability/check.ts", "network/reachability/walk.ts", "network/plan/network-plan.ts"],
    tests: ["test/network/reachability/check.test.ts"],
    kind: "behaves",
  },
];

function network(zone: LandingZone, change: Partial<LandingZone["network"]>): LandingZone {
  return { ...zone, network: { ...zone.network, ...change } };
}

function dns(zone: LandingZone, change: Partial<LandingZone["dns"]>): LandingZone {
  return { ...zone, dns: { ...zone.dns, ...change } };
}

const association = (vpcs: string, type: string, name: string): RegExp =>
  new RegExp(`^(${vpcs}) aws_route53_resolver_${type}_association\\.${name}$`);

export const featureToggles: readonly Toggle[] = [
  {
    feature: "Hubs in other regions, peered with the home region's, and spokes there",
    on: twoRegions,
    off: (zone) => ({
      ...zone,
      network: { ...zone.network, regions: [] },
      accounts: zone.accounts.map((account) =>
        account.network ? { ...account, network: { ...account.network, regions: [] } } : account,
      ),
    }),
    removes: [
      /^(network|routing)-eu-central-1 /,
      /^network aws_ec2_transit_gateway_route_table\.eu-central-1$/,
      /^routing aws_ec2_transit_gateway_route\.(core|shop)--eu-central-1--\w+$/,
      /^routing aws_ec2_transit_gateway_route_table_(association\.|propagation\.\w+--)eu-central-1$/,
      /^(core|shop)-eu-central-1 aws_(vpc|flow_log|default_network_acl|default_security_group)\.spoke$/,
      /^(core|shop)-eu-central-1 aws_(subnet|route|route_table|route_table_association)\.(private|attachment)(-\w+)?$/,
      /^(core|shop)-eu-central-1 aws_(vpc_endpoint\.(dynamodb|s3)|ec2_transit_gateway_vpc_attachment\.hub)$/,
    ],
  },
  {
    feature: "Flow logs of the Transit Gateway",
    off: (zone) => network(zone, { transitGateway: { ...zone.network.transitGateway, flowLogs: false } }),
    removes: [/^routing aws_flow_log\.transit_gateway$/],
  },
  {
    feature: "Central egress, NAT gateways",
    off: (zone) => network(zone, { egress: { ...zone.network.egress, natGateways: "none" } }),
    removes: [/^network aws_(eip|nat_gateway)\.nat-a$/, /^network aws_route\.attachment-[ab]-default$/],
    // Ports that a NAT gateway sends from are refused where there is none.
    changes: [/^network aws_default_network_acl\.egress$/],
  },
  {
    feature: "Inspection VPC with AWS Network Firewall",
    off: (zone) => network(zone, { inspection: undefined }),
    removes: [
      /^(network|routing) aws_\w+\.inspection(-[\w-]+)?$/,
      /^network aws_networkfirewall_\w+\./,
      /^routing aws_ec2_transit_gateway_route(_table_propagation)?\.[\w-]+--inspection$/,
      /^routing aws_ec2_transit_gateway_route\.(pool--egress|(commons|shop-live)--premises)$/,
    ],
    // What the firewall was told, the egress table and the domains learn.
    adds: [/^routing aws_ec2_transit_gateway_route_table_propagation\.[\w-]+--(egress|premises)$/],
    changes: [/^routing aws_ec2_transit_gateway_route\.(default|office|datacentre-\d)--(live|test)$/],
  },
  {
    feature: "Central interface endpoints and their private zones",
    off: (zone) => dns(network(zone, { endpoints: undefined }), { resolver: undefined }),
    removes: [
      /^[\w-]+ aws_\w+\.(endpoints|resolver)(-[\w-]+)?$/,
      /^[\w-]+ aws_\w+\.([\w-]+--)?(ssm|ecr_dkr)$/,
      /^[\w-]+ aws_\w+\.([\w-]+--)?corp_whole_example$/,
      /^network aws_route53_resolver_endpoint\.(in|out)bound$/,
      /^network aws_route53_zone_association\.endpoints--internal_whole_example$/,
      /^routing aws_ec2_transit_gateway_route(_table_propagation)?\.([\w-]+--endpoints|endpoints--[\w-]+)$/,
    ],
  },
  {
    feature: "Network ACL baseline",
    off: (zone) => network(zone, { networkAcls: false }),
    removes: [/^(network|lab|shop-live) aws_default_network_acl\.\w+$/],
  },
  {
    feature: "Shared VPCs, subnets given by RAM",
    off: (zone) => ({
      ...network(zone, { sharedVpcs: [] }),
      accounts: zone.accounts.map((account) => ({ ...account, sharedVpc: undefined })),
    }),
    removes: [/^(network|routing) aws_\w+\.([\w-]+--)?commons(--[\w-]+)?$/],
  },
  {
    feature: "Site-to-site VPN",
    off: (zone) => network(zone, { vpns: [] }),
    removes: [
      /^(network|routing) aws_\w+\.office(--\w+)?$/,
      /^network aws_route\.endpoints-office-1$/,
      /^routing aws_ec2_transit_gateway_route\.blackhole--office--test$/,
    ],
    changes: [/^network aws_(networkfirewall_rule_group\.other-traffic|security_group\.resolver-inbound)$/],
  },
  {
    feature: "Direct Connect gateways",
    off: (zone) => network(zone, { directConnects: [] }),
    removes: [
      /^(network|routing) aws_\w+\.datacentre(-\d--\w+)?$/,
      /^network aws_route\.endpoints-datacentre-\d$/,
      /^routing aws_ec2_transit_gateway_route\.blackhole--datacentre-\d--test$/,
    ],
    changes: [/^network aws_(networkfirewall_rule_group\.other-traffic|security_group\.resolver-inbound)$/],
  },
  {
    feature: "AWS IPAM with a pool a domain",
    off: (zone) => network(zone, { ipam: false }),
    removes: [/^network aws_vpc_ipam(_pool(_cidr)?)?\.[\w-]+$/],
  },
  {
    feature: "A private zone that every VPC resolves",
    off: (zone) => dns(zone, { privateSuffix: undefined }),
    removes: [/^[\w-]+ aws_route53_\w+\.([\w-]+--)?internal_whole_example$/],
  },
  {
    feature: "Resolver endpoints and forward rules",
    off: (zone) => dns(zone, { resolver: undefined }),
    removes: [
      /^[\w-]+ aws_\w+\.([\w-]+--)?corp_whole_example$/,
      /^network aws_route53_resolver_endpoint\.(in|out)bound$/,
      /^network aws_security_group\.resolver-(in|out)bound$/,
      /^network aws_route\.endpoints-(office|datacentre)-\d$/,
    ],
  },
  {
    feature: "DNS firewall",
    off: (zone) => dns(zone, { firewall: undefined }),
    removes: [
      /^network aws_route53_resolver_firewall_\w+\.\w+$/,
      /^network aws_ram_resource_association\.dns-firewall$/,
      association("lab|shop-live", "firewall_rule_group", "spoke"),
      association("routing", "firewall_rule_group", "(commons|egress|endpoints|inspection)"),
    ],
  },
  {
    feature: "DNS query logs to the log archive",
    off: (zone) => dns(zone, { queryLogs: false }),
    removes: [
      /^network aws_route53_resolver_query_log_config\.organization$/,
      /^network aws_ram_resource_association\.query-log-config$/,
      association("lab|shop-live", "query_log_config", "spoke"),
      association("routing", "query_log_config", "(commons|egress|endpoints|inspection)"),
    ],
  },
];
