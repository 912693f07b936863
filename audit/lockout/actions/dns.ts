import { row, type TypeActions } from "./row";

const tags = "TagResource UntagResource";

/** Route 53 and its Resolver, whose actions on VPCs need EC2's (Service Authorization Reference, dependent actions). */
export const dnsActions: Readonly<Record<string, TypeActions>> = {
  aws_route53_record: row("route53", {
    create: "ChangeResourceRecordSets GetChange",
    read: "GetHostedZone ListResourceRecordSets",
    update: "ChangeResourceRecordSets GetChange",
    delete: "ChangeResourceRecordSets GetChange",
  }),
  aws_route53_zone: row("route53", {
    create: "CreateHostedZone GetChange ChangeTagsForResource",
    read: "GetHostedZone ListResourceRecordSets ListTagsForResource",
    update: "UpdateHostedZoneComment ChangeTagsForResource",
    delete: "DeleteHostedZone GetChange",
  }),
  aws_route53_vpc_association_authorization: row("route53", {
    create: "CreateVPCAssociationAuthorization ec2:DescribeVpcs",
    read: "ListVPCAssociationAuthorizations",
    delete: "DeleteVPCAssociationAuthorization ec2:DescribeVpcs",
  }),
  aws_route53_zone_association: row("route53", {
    create: "AssociateVPCWithHostedZone GetChange ec2:DescribeVpcs",
    read: "ListHostedZonesByVPC ec2:DescribeVpcs",
    delete: "DisassociateVPCFromHostedZone GetChange ec2:DescribeVpcs",
  }),
  aws_route53_resolver_endpoint: row("route53resolver", {
    create:
      "CreateResolverEndpoint TagResource ec2:CreateNetworkInterface ec2:DescribeNetworkInterfaces ec2:DescribeSubnets ec2:DescribeSecurityGroups",
    read: "GetResolverEndpoint ListResolverEndpointIpAddresses ListTagsForResource",
    update: `UpdateResolverEndpoint AssociateResolverEndpointIpAddress DisassociateResolverEndpointIpAddress ${tags}`,
    delete: "DeleteResolverEndpoint ec2:DeleteNetworkInterface",
  }),
  aws_route53_resolver_rule: row("route53resolver", {
    create: "CreateResolverRule TagResource",
    read: "GetResolverRule ListTagsForResource",
    update: `UpdateResolverRule ${tags}`,
    delete: "DeleteResolverRule",
  }),
  aws_route53_resolver_rule_association: row("route53resolver", {
    create: "AssociateResolverRule ec2:DescribeVpcs",
    read: "GetResolverRuleAssociation",
    delete: "DisassociateResolverRule",
  }),
  aws_route53_resolver_firewall_domain_list: row("route53resolver", {
    create: "CreateFirewallDomainList UpdateFirewallDomains TagResource",
    read: "GetFirewallDomainList ListFirewallDomains ListTagsForResource",
    update: `UpdateFirewallDomains ${tags}`,
    delete: "DeleteFirewallDomainList",
  }),
  aws_route53_resolver_firewall_rule: row("route53resolver", {
    create: "CreateFirewallRule",
    read: "ListFirewallRules",
    update: "UpdateFirewallRule",
    delete: "DeleteFirewallRule",
  }),
  aws_route53_resolver_firewall_rule_group: row("route53resolver", {
    create: "CreateFirewallRuleGroup TagResource",
    read: "GetFirewallRuleGroup ListTagsForResource",
    update: tags,
    delete: "DeleteFirewallRuleGroup",
  }),
  aws_route53_resolver_firewall_rule_group_association: row("route53resolver", {
    create: "AssociateFirewallRuleGroup TagResource ec2:DescribeVpcs",
    read: "GetFirewallRuleGroupAssociation ListTagsForResource",
    update: `UpdateFirewallRuleGroupAssociation ${tags}`,
    delete: "DisassociateFirewallRuleGroup",
  }),
  // To a bucket: "Resolver query logging", Route 53 developer guide, names the log deliveries.
  aws_route53_resolver_query_log_config: row("route53resolver", {
    create: "CreateResolverQueryLogConfig TagResource logs:CreateLogDelivery",
    read: "GetResolverQueryLogConfig ListTagsForResource",
    update: tags,
    delete: "DeleteResolverQueryLogConfig logs:DeleteLogDelivery",
  }),
  aws_route53_resolver_query_log_config_association: row("route53resolver", {
    create: "AssociateResolverQueryLogConfig ec2:DescribeVpcs",
    read: "GetResolverQueryLogConfigAssociation",
    delete: "DisassociateResolverQueryLogConfig",
  }),
};
