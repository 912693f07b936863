import { attachment, endpoint, type FeatureCost, kind, times, two, zone } from "./feature-cost";

/** Features of the network that cost something. */
export const networkFeatureCosts: readonly FeatureCost[] = [
  {
    feature: "Hubs in other regions, peered with the home region's, and spokes there",
    matches: [/^(network-region|routing-region) /, /^region aws_(ec2_transit_gateway|vpc|flow)_/],
    optional: true,
    of: "one region with one spoke",
    example: [
      { type: "aws_ec2_transit_gateway_peering_attachment" },
      { type: "aws_ec2_transit_gateway_peering_attachment_accepter" },
      attachment,
      { type: "aws_flow_log" },
    ],
  },
  {
    feature: "Central egress, NAT gateways",
    matches: [/^network aws_(eip|nat_gateway)\./],
    optional: true,
    of: "one NAT gateway",
    example: [{ type: "aws_nat_gateway" }, { type: "aws_eip" }],
  },
  {
    feature: "Inspection VPC with AWS Network Firewall",
    matches: [
      /^network aws_networkfirewall_firewall\./,
      /^network aws_ec2_transit_gateway_vpc_attachment\.inspection$/,
    ],
    optional: true,
    of: "two zones",
    example: [{ type: "aws_networkfirewall_firewall", attributes: { subnet_mapping: two } }, attachment],
  },
  {
    feature: "Central interface endpoints and their private zones",
    matches: [
      /^network aws_vpc_endpoint\.(?!.*--(s3|dynamodb)$)/,
      /^network aws_ec2_transit_gateway_vpc_attachment\.endpoints$/,
      /^network aws_route53_zone\.(?!apex$)/,
    ],
    optional: true,
    of: "two services in two zones",
    example: [...times(2, endpoint), attachment, ...times(2, zone)],
  },
  {
    feature: "Shared VPCs, subnets given by RAM",
    matches: [/^network aws_ec2_transit_gateway_vpc_attachment\..+--hub$/],
    optional: true,
    of: "one VPC",
    example: [attachment],
  },
  {
    feature: "Site-to-site VPN",
    matches: [/^network aws_vpn_connection\./],
    optional: true,
    of: "one connection",
    example: [
      {
        type: "aws_vpn_connection",
        attributes: { transit_gateway_id: "tgw", preshared_key_storage: "SecretsManager" },
      },
    ],
  },
  {
    feature: "Direct Connect gateways",
    matches: [/^network aws_dx_gateway_association\./],
    optional: true,
    of: "one gateway, without its connection",
    example: [{ type: "aws_dx_gateway_association" }],
  },
  {
    feature: "Transit Gateway hub, shared by RAM",
    matches: [/^(network|account) aws_ec2_transit_gateway_vpc_attachment\.hub$/],
    optional: false,
    of: "each VPC that is attached",
    example: [attachment],
  },
  {
    feature: "AWS IPAM with a pool a domain",
    matches: [/^network aws_vpc_ipam\./],
    optional: true,
    of: "the zone",
    example: [kind("aws_vpc_ipam", "tier", "advanced")],
  },
  {
    feature: "Apex zone, a delegated zone an account",
    matches: [/^network aws_route53_zone\.apex$/, /^account aws_route53_zone\.service$/],
    optional: false,
    of: "each zone",
    example: [zone],
  },
  {
    feature: "Resolver endpoints and forward rules",
    matches: [/^network aws_route53_resolver_endpoint\./],
    optional: true,
    of: "both directions in two zones",
    example: times(2, { type: "aws_route53_resolver_endpoint", attributes: { ip_address: two } }),
  },
  {
    feature: "DNS firewall",
    matches: [/ aws_route53_resolver_firewall_/],
    optional: true,
    of: "one domain",
    example: [
      { type: "aws_route53_resolver_firewall_domain_list", attributes: { domains: ["one.example"] } },
      { type: "aws_route53_resolver_firewall_rule_group_association" },
    ],
  },
  {
    feature: "DNS query logs to the log archive",
    matches: [/ aws_route53_resolver_query_log_config\./],
    optional: true,
    of: "the zone",
    example: [{ type: "aws_route53_resolver_query_log_config" }],
  },
  {
    feature: "Flow logs of the Transit Gateway",
    matches: [/^routing aws_flow_log\.transit_gateway$/],
    optional: true,
    of: "the hub",
    example: [{ type: "aws_flow_log" }],
  },
  {
    feature: "Flow logs of every VPC",
    matches: [/^(account|routing) aws_flow_log\./],
    optional: false,
    of: "each VPC",
    example: [{ type: "aws_flow_log" }],
  },
  {
    feature: "A private zone that every VPC resolves",
    matches: [],
    optional: true,
    of: "one zone",
    example: [zone],
  },
];
