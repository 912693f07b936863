import { row, type TypeActions } from "./row";

const tags = "CreateTags DeleteTags";

/** EC2's networking, Network Firewall, Direct Connect and Resource Access Manager. */
export const networkActions: Readonly<Record<string, TypeActions>> = {
  aws_networkfirewall_firewall: row("network-firewall", {
    create: "CreateFirewall TagResource",
    read: "DescribeFirewall",
    update: "AssociateSubnets DisassociateSubnets AssociateFirewallPolicy TagResource UntagResource",
    delete: "DeleteFirewall",
  }),
  aws_networkfirewall_firewall_policy: row("network-firewall", {
    create: "CreateFirewallPolicy TagResource",
    read: "DescribeFirewallPolicy",
    update: "UpdateFirewallPolicy TagResource UntagResource",
    delete: "DeleteFirewallPolicy",
  }),
  aws_networkfirewall_rule_group: row("network-firewall", {
    create: "CreateRuleGroup TagResource",
    read: "DescribeRuleGroup",
    update: "UpdateRuleGroup TagResource UntagResource",
    delete: "DeleteRuleGroup",
  }),
  // "Permissions to configure AWS Network Firewall logging", Network Firewall developer guide.
  aws_networkfirewall_logging_configuration: row("network-firewall", {
    create: "UpdateLoggingConfiguration logs:CreateLogDelivery logs:GetLogDelivery logs:ListLogDeliveries",
    read: "DescribeLoggingConfiguration",
    update: "UpdateLoggingConfiguration logs:UpdateLogDelivery",
    delete: "UpdateLoggingConfiguration logs:DeleteLogDelivery",
  }),
  aws_default_network_acl: row("ec2", {
    create: `CreateNetworkAclEntry DeleteNetworkAclEntry ${tags}`,
    read: "DescribeNetworkAcls",
    update: `CreateNetworkAclEntry DeleteNetworkAclEntry ${tags}`,
  }),
  aws_customer_gateway: row("ec2", {
    create: "CreateCustomerGateway CreateTags",
    read: "DescribeCustomerGateways",
    update: tags,
    delete: "DeleteCustomerGateway",
  }),
  aws_default_security_group: row("ec2", {
    create: `RevokeSecurityGroupEgress RevokeSecurityGroupIngress ${tags}`,
    read: "DescribeSecurityGroups",
    update: `RevokeSecurityGroupEgress RevokeSecurityGroupIngress ${tags}`,
  }),
  aws_dx_gateway: row("directconnect", {
    create: "CreateDirectConnectGateway",
    read: "DescribeDirectConnectGateways",
    update: "UpdateDirectConnectGateway",
    delete: "DeleteDirectConnectGateway",
  }),
  // The association's attachment is looked up too.
  aws_dx_gateway_association: row("directconnect", {
    create: "CreateDirectConnectGatewayAssociation",
    read: "DescribeDirectConnectGatewayAssociations ec2:DescribeTransitGatewayAttachments",
    update: "UpdateDirectConnectGatewayAssociation",
    delete: "DeleteDirectConnectGatewayAssociation",
  }),
  aws_ec2_transit_gateway: row("ec2", {
    create: "CreateTransitGateway CreateTags",
    read: "DescribeTransitGateways",
    update: `ModifyTransitGateway ${tags}`,
    delete: "DeleteTransitGateway",
  }),
  aws_ec2_transit_gateway_route: row("ec2", {
    create: "CreateTransitGatewayRoute",
    read: "SearchTransitGatewayRoutes",
    delete: "DeleteTransitGatewayRoute",
  }),
  aws_ec2_transit_gateway_route_table: row("ec2", {
    create: "CreateTransitGatewayRouteTable CreateTags",
    read: "DescribeTransitGatewayRouteTables",
    update: tags,
    delete: "DeleteTransitGatewayRouteTable",
  }),
  aws_ec2_transit_gateway_route_table_association: row("ec2", {
    create: "AssociateTransitGatewayRouteTable DescribeTransitGatewayAttachments",
    read: "GetTransitGatewayRouteTableAssociations",
    delete: "DisassociateTransitGatewayRouteTable",
  }),
  aws_ec2_transit_gateway_route_table_propagation: row("ec2", {
    create: "EnableTransitGatewayRouteTablePropagation",
    read: "GetTransitGatewayRouteTablePropagations",
    delete: "DisableTransitGatewayRouteTablePropagation",
  }),
  aws_ec2_transit_gateway_peering_attachment: row("ec2", {
    create: "CreateTransitGatewayPeeringAttachment CreateTags",
    read: "DescribeTransitGatewayPeeringAttachments",
    update: tags,
    delete: "DeleteTransitGatewayPeeringAttachment",
  }),
  aws_ec2_transit_gateway_peering_attachment_accepter: row("ec2", {
    create: "AcceptTransitGatewayPeeringAttachment CreateTags",
    read: "DescribeTransitGatewayPeeringAttachments",
    update: tags,
    delete: "DeleteTransitGatewayPeeringAttachment",
  }),
  aws_ec2_transit_gateway_vpc_attachment: row("ec2", {
    create: "CreateTransitGatewayVpcAttachment CreateTags",
    read: "DescribeTransitGatewayVpcAttachments DescribeTransitGateways",
    update: `ModifyTransitGatewayVpcAttachment ${tags}`,
    delete: "DeleteTransitGatewayVpcAttachment",
  }),
  aws_eip: row("ec2", {
    create: "AllocateAddress CreateTags",
    read: "DescribeAddresses DescribeAddressesAttribute",
    update: tags,
    delete: "ReleaseAddress DisassociateAddress",
  }),
  // To a bucket: "Publish flow logs to Amazon S3", VPC User Guide, names the log deliveries.
  aws_flow_log: row("ec2", {
    create: "CreateFlowLogs CreateTags logs:CreateLogDelivery",
    read: "DescribeFlowLogs",
    update: tags,
    delete: "DeleteFlowLogs logs:DeleteLogDelivery",
  }),
  aws_internet_gateway: row("ec2", {
    create: "CreateInternetGateway AttachInternetGateway CreateTags",
    read: "DescribeInternetGateways",
    update: tags,
    delete: "DetachInternetGateway DeleteInternetGateway",
  }),
  aws_nat_gateway: row("ec2", {
    create: "CreateNatGateway CreateTags",
    read: "DescribeNatGateways",
    update: tags,
    delete: "DeleteNatGateway",
  }),
  aws_route: row("ec2", {
    create: "CreateRoute",
    read: "DescribeRouteTables",
    update: "ReplaceRoute",
    delete: "DeleteRoute",
  }),
  aws_route_table: row("ec2", {
    create: "CreateRouteTable CreateTags",
    read: "DescribeRouteTables",
    update: tags,
    delete: "DisassociateRouteTable DeleteRouteTable",
  }),
  aws_route_table_association: row("ec2", {
    create: "AssociateRouteTable",
    read: "DescribeRouteTables",
    update: "ReplaceRouteTableAssociation",
    delete: "DisassociateRouteTable",
  }),
  aws_security_group: row("ec2", {
    create:
      "CreateSecurityGroup AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupEgress CreateTags",
    read: "DescribeSecurityGroups",
    update: `AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress RevokeSecurityGroupEgress ${tags}`,
    delete: "DeleteSecurityGroup DescribeNetworkInterfaces",
  }),
  aws_subnet: row("ec2", {
    create: "CreateSubnet CreateTags",
    read: "DescribeSubnets",
    update: `ModifySubnetAttribute ${tags}`,
    delete: "DeleteSubnet DescribeNetworkInterfaces",
  }),
  aws_vpc: row("ec2", {
    create: "CreateVpc ModifyVpcAttribute CreateTags",
    read: "DescribeVpcs DescribeVpcAttribute DescribeNetworkAcls DescribeRouteTables DescribeSecurityGroups",
    update: `ModifyVpcAttribute ${tags}`,
    delete: "DeleteVpc",
  }),
  aws_vpc_endpoint: row("ec2", {
    create: "CreateVpcEndpoint CreateTags",
    read: "DescribeVpcEndpoints DescribePrefixLists",
    update: `ModifyVpcEndpoint ${tags}`,
    delete: "DeleteVpcEndpoints",
  }),
  aws_vpc_ipam: row("ec2", {
    create: "CreateIpam CreateTags iam:CreateServiceLinkedRole",
    read: "DescribeIpams",
    update: `ModifyIpam ${tags}`,
    delete: "DeleteIpam",
  }),
  aws_vpc_ipam_organization_admin_account: row("ec2", {
    create: "EnableIpamOrganizationAdminAccount organizations:RegisterDelegatedAdministrator",
    read: "organizations:ListDelegatedAdministrators",
    delete: "DisableIpamOrganizationAdminAccount organizations:DeregisterDelegatedAdministrator",
  }),
  aws_vpc_ipam_pool: row("ec2", {
    create: "CreateIpamPool CreateTags",
    read: "DescribeIpamPools",
    update: `ModifyIpamPool ${tags}`,
    delete: "DeleteIpamPool",
  }),
  aws_vpc_ipam_pool_cidr: row("ec2", {
    create: "ProvisionIpamPoolCidr",
    read: "GetIpamPoolCidrs",
    delete: "DeprovisionIpamPoolCidr",
  }),
  // Keys in Secrets Manager: "Enhanced security features using Secrets Manager", AWS Site-to-Site VPN User Guide.
  aws_vpn_connection: row("ec2", {
    create: "CreateVpnConnection CreateTags secretsmanager:CreateSecret",
    read: "DescribeVpnConnections DescribeTransitGatewayAttachments",
    update: `ModifyVpnConnection ModifyVpnTunnelOptions ${tags}`,
    delete: "DeleteVpnConnection secretsmanager:DeleteSecret",
  }),
  aws_ram_principal_association: row("ram", {
    create: "AssociateResourceShare",
    read: "GetResourceShareAssociations",
    delete: "DisassociateResourceShare",
  }),
  aws_ram_resource_association: row("ram", {
    create: "AssociateResourceShare",
    read: "GetResourceShareAssociations",
    delete: "DisassociateResourceShare",
  }),
  aws_ram_resource_share: row("ram", {
    create: "CreateResourceShare TagResource",
    read: "GetResourceShares ListResourceSharePermissions",
    update: "UpdateResourceShare TagResource UntagResource",
    delete: "DeleteResourceShare",
  }),
  aws_ram_sharing_with_organization: row("ram", {
    create: "EnableSharingWithAwsOrganization organizations:EnableAWSServiceAccess",
    read: "organizations:ListAWSServiceAccessForOrganization",
    delete: "organizations:DisableAWSServiceAccess",
  }),
};
