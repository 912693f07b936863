/**
 * Prefix of an id of Amazon EC2 → resource type in its ARN; types without an account in their ARN have `:` before.
 * Source: Service Authorization Reference, "Resource types defined by Amazon EC2"; EC2 User Guide, "Resource IDs".
 */
const types: Readonly<Record<string, string>> = {
  acl: "network-acl",
  ami: ":image",
  cgw: "customer-gateway",
  dopt: "dhcp-options",
  eigw: "egress-only-internet-gateway",
  eipalloc: "elastic-ip",
  eni: "network-interface",
  fl: "vpc-flow-log",
  i: "instance",
  igw: "internet-gateway",
  lt: "launch-template",
  nat: "natgateway",
  pcx: "vpc-peering-connection",
  pl: "prefix-list",
  r: "reserved-instances",
  rtb: "route-table",
  sg: "security-group",
  sgr: "security-group-rule",
  snap: ":snapshot",
  subnet: "subnet",
  tgw: "transit-gateway",
  "tgw-attach": "transit-gateway-attachment",
  "tgw-connect-peer": "transit-gateway-connect-peer",
  "tgw-mcast-domain": "transit-gateway-multicast-domain",
  "tgw-rtb": "transit-gateway-route-table",
  vgw: "vpn-gateway",
  vol: "volume",
  vpc: "vpc",
  vpce: "vpc-endpoint",
  "vpce-svc": "vpc-endpoint-service",
  vpn: "vpn-connection",
};

/** Type and id of an EC2 resource, as an ARN's last part has them: `vpc/vpc-0a1b`, `:image/ami-0a1b`. */
export function ec2Resource(value: string): string | undefined {
  const [, prefix = ""] = /^([a-z]+(?:-[a-z]+){0,2})-[0-9a-f]{8,17}$/.exec(value) ?? [];
  const type = Object.hasOwn(types, prefix) ? types[prefix] : undefined;
  return type === undefined ? undefined : `${type}/${value}`;
}

/**
 * What an operation makes, beside the type in its own name: AWS authorises those with `*` for an id (Service Authorization Reference, the required
 * resource types of each action; EC2 User Guide, "Example policies for working with … instances").
 */
export const alsoMade: Readonly<Record<string, readonly string[]>> = {
  AllocateAddress: ["elastic-ip"],
  CopyImage: [":image"],
  CopySnapshot: [":snapshot"],
  CreateFlowLogs: ["vpc-flow-log"],
  CreateImage: [":image", ":snapshot"],
  CreateNatGateway: ["natgateway"],
  CreateSnapshot: [":snapshot"],
  CreateSnapshots: [":snapshot"],
  CreateTransitGatewayVpcAttachment: ["transit-gateway-attachment"],
  ImportSnapshot: [":snapshot"],
  RegisterImage: [":image"],
  RunInstances: ["instance", "network-interface", "volume"],
};

/** `CreateInternetGateway` → `internet-gateway`. */
export function madeByName(operation: string): string | undefined {
  const [, noun] = /^Create(.+)$/.exec(operation) ?? [];
  return noun?.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}
