import { append, both, edit, shop, zone, type BrokenCase } from "./case";

const domains = "  domains:\n";
const suffix = "  serviceSuffix: tiny.example\n";
const inNetwork = (text: string) => edit(zone, domains, `${text}${domains}`);
const inDns = (text: string) => edit(zone, suffix, `${suffix}${text}`);
const vpn = (changes: Readonly<Record<string, string>> = {}): string => {
  const { name, domain, ranges, address } = {
    name: "office",
    domain: "live",
    ranges: "[192.168.0.0/16]",
    address: "192.0.2.10",
    ...changes,
  };
  return `  vpns:\n    ${name}: { domain: ${domain}, ranges: ${ranges}, address: ${address} }\n`;
};

/** The hub's other networks. */
export const brokenNetworks: readonly BrokenCase[] = [
  {
    code: "LF1231",
    change: inNetwork(vpn({ address: "192.0.2.256" })),
    says: ['landing-zone.yaml:15:64 LF1231 "192.0.2.256" is not an IPv4 address such as 192.0.2.10'],
  },
  {
    code: "LF1232",
    change: inNetwork("  inspection: { allowedDomains: ['*.example.com'] }\n"),
    says: [
      'landing-zone.yaml:14:34 LF1232 "*.example.com" is not a DNS name such as api.example.com, or .example.com for every name below it',
    ],
  },
  {
    code: "LF1233",
    change: inNetwork("  endpoints: { services: [com_ssm] }\n"),
    says: [
      'landing-zone.yaml:14:27 LF1233 "com_ssm" is not what follows com.amazonaws.<region>. in an endpoint service\'s name, such as ecr.api',
    ],
  },
  {
    code: "LF1515",
    change: inNetwork(vpn({ name: "wires" })),
    says: ["landing-zone.yaml:15:5 LF1515 wires is the name of an account (accounts/wires.yaml); choose another"],
  },
  {
    code: "LF1501",
    change: inNetwork(vpn({ domain: "lvie" })),
    says: ["landing-zone.yaml:15:23 LF1501 the route domain lvie is not declared; did you mean live?"],
  },
  {
    code: "LF1516",
    change: inNetwork(vpn({ ranges: "[10.8.0.0/24]" })),
    says: ["landing-zone.yaml:15:38 LF1516 10.8.0.0/24 overlaps 10.8.0.0/21 of the pool"],
  },
  {
    code: "LF1517",
    change: inNetwork(vpn({ ranges: "[192.168.1.0/16]" })),
    says: ["landing-zone.yaml:15:38 LF1517 192.168.1.0/16 is not a network address; did you mean 192.168.0.0/16?"],
  },
  {
    code: "LF1518",
    change: both(
      edit(shop, "network:", "sharedVpc: common\nnetwork: none\n# "),
      inNetwork("  sharedVpcs: { commons: { domain: live, prefixLength: 26 } }\n"),
    ),
    says: ["accounts/shop.yaml:4:12 LF1518 the shared VPC common is not declared; did you mean commons?"],
  },
  {
    code: "LF1519",
    change: both(
      append(shop, "sharedVpc: commons\n"),
      inNetwork("  sharedVpcs: { commons: { domain: live, prefixLength: 26 } }\n"),
    ),
    says: [
      "accounts/shop.yaml:15:12 LF1519 an account has a spoke of its own or the subnets of a shared VPC; drop network or sharedVpc",
    ],
  },
  {
    code: "LF1520",
    change: inNetwork("  directConnects: { cage: { domain: live, ranges: [192.168.0.0/16], amazonSideAsn: 64532 } }\n"),
    says: ["landing-zone.yaml:14:84 LF1520 64532 is the Transit Gateway's ASN; a Direct Connect gateway needs another"],
  },
  {
    code: "LF1521",
    change: inDns("  resolver: { inbound: true }\n"),
    says: [
      "landing-zone.yaml:19:3 LF1521 resolver endpoints stand in the VPC of the interface endpoints; declare network.endpoints too",
    ],
  },
  {
    code: "LF1525",
    change: both(
      edit("accounts/boss.yaml", "role: management", "role: [management, network]"),
      edit("accounts/wires.yaml", "role: network\n", ""),
      inNetwork("  ipam: true\n"),
    ),
    says: [
      "landing-zone.yaml:14:3 LF1525 the IPAM is in the network account, and AWS takes none in the management account; give another account the role network",
    ],
  },
  {
    code: "LF1234",
    change: inDns("  firewall: { managedLists: { botnet: fdl-1 } }\n"),
    says: [
      'landing-zone.yaml:19:39 LF1234 "fdl-1" is not a DNS firewall domain list\'s id such as rslvr-fdl-2c46f2ecbfec4dcc',
    ],
  },
  {
    code: "LF1522",
    change: inNetwork("  endpoints: { services: [ssm, s3] }\n"),
    says: [
      "landing-zone.yaml:14:32 LF1522 every spoke reaches s3 by a gateway endpoint of its own, which is free; leave it out",
    ],
  },
  {
    code: "LF1523",
    change: inDns("  firewall: {}\n"),
    says: [
      "landing-zone.yaml:19:3 LF1523 the DNS firewall blocks nothing; list names in block, or lists of AWS in managedLists",
    ],
  },
  {
    code: "LF1524",
    change: inNetwork("  endpoints: { services: [ecr.dkt] }\n"),
    says: ["landing-zone.yaml:14:27 LF1524 the DNS name of ecr.dkt is not known; did you mean ecr.dkr?"],
  },
];
