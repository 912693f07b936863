import { z } from "zod";
import { cidr, domainName, region, slug, text } from "./primitives";

const routeDomain = z.strictObject({
  talksTo: z
    .array(slug)
    .default([])
    .describe("Route domains whose members this one's reach; its own name lets its members reach each other"),
  egress: z.boolean().default(false).describe("Default route to the central egress VPC"),
});

/** A /26 holds the subnets of two availability zones, a /25 those of three. */
const vpcPrefixLength = z.number().int().min(16).max(26);

/** "Amazon side ASN", Amazon VPC Transit Gateways guide: private ASNs of 16 and of 32 bits. */
const privateAsn = z.union([
  z.number().int().min(64_512).max(65_534),
  z.number().int().min(4_200_000_000).max(4_294_967_294),
]);

const transitGateway = z.strictObject({
  amazonSideAsn: privateAsn
    .default(64_532)
    .describe("ASN of the hub; not AWS's default of 64512, which a second gateway or a peer is likely to have"),
  flowLogs: z.boolean().default(false).describe("Flow logs of the Transit Gateway itself, beside those of every VPC"),
});

/** A hub in a governed region beyond the home region, peered with the home region's. */
const regionHub = z.strictObject({
  pool: cidr.describe("Part of the pool from which VPCs of the region are allocated, and no others"),
  amazonSideAsn: privateAsn.describe("ASN of the region's Transit Gateway; each of peered gateways needs its own"),
});

const inspection = z.strictObject({
  prefixLength: vpcPrefixLength.default(24),
  allowedDomains: z
    .array(text("domainPattern"))
    .min(1)
    .describe("Names that may be reached on the internet by HTTP and HTTPS; .example.com means every name below it"),
  betweenDomains: z
    .boolean()
    .default(false)
    .describe("Traffic between route domains passes the firewall too, not only traffic to the internet"),
});

const endpoints = z.strictObject({
  prefixLength: vpcPrefixLength.default(24),
  services: z
    .array(text("endpointService"))
    .min(1)
    .describe("Services with an interface endpoint for all spokes: the part after com.amazonaws.<region>. of its name"),
});

/** The other end of a VPN or Direct Connect, which is no account's. */
const onPremises = {
  domain: slug.describe("Route domain that it belongs to, as a spoke does"),
  ranges: z.array(cidr).min(1).describe("Ranges that are reached through it; outside the pool"),
};

const vpn = z.strictObject({
  ...onPremises,
  address: text("ipv4").describe("Public address of the gateway on the other side"),
  asn: z.number().int().min(1).max(4_294_967_294).default(65_000).describe("ASN of the gateway on the other side"),
});

const directConnect = z.strictObject({
  ...onPremises,
  amazonSideAsn: privateAsn.describe("ASN of the Direct Connect gateway; another than the Transit Gateway's"),
});

export const network = z.strictObject({
  pool: cidr.describe("Every VPC range is allocated from this pool"),
  availabilityZones: z.number().int().min(2).max(3).default(2),
  transitGateway: transitGateway.prefault({}),
  egress: z
    .strictObject({
      prefixLength: vpcPrefixLength.default(24),
      natGateways: z.enum(["none", "single", "per-zone"]).default("none").describe("NAT gateways cost money when idle"),
    })
    .prefault({}),
  inspection: inspection
    .optional()
    .describe("A VPC with AWS Network Firewall before the egress VPC; costs money when idle"),
  endpoints: endpoints.optional().describe("Central interface endpoints for all spokes; cost money when idle"),
  networkAcls: z
    .boolean()
    .default(true)
    .describe("Network ACLs that refuse remote administration (SSH, RDP) from outside the pool"),
  sharedVpcs: z
    .record(slug, z.strictObject({ domain: slug, prefixLength: vpcPrefixLength.default(22) }))
    .default({})
    .describe("VPCs of the network account whose subnets are shared with accounts that have no spoke of their own"),
  vpns: z.record(slug, vpn).default({}).describe("Site-to-site VPNs that end at the hub; cost money when idle"),
  directConnects: z.record(slug, directConnect).default({}).describe("Direct Connect gateways that end at the hub"),
  ipam: z.boolean().default(false).describe("An AWS IPAM with a pool a route domain; priced by address"),
  routingStacks: z
    .enum(["one", "per-domain"])
    .default("one")
    .describe("The hub's routes in one stack, or in one a route domain: for zones of hundreds of spokes"),
  domains: z.record(slug, routeDomain),
  regions: z
    .record(region, regionHub)
    .default({})
    .describe("Hubs in other governed regions, peered with the home region's; attachments cost money when idle"),
});

export const dns = z.strictObject({
  serviceSuffix: domainName.describe("Each service account owns the public zone <account>.<suffix>"),
  privateSuffix: domainName.optional().describe("A private zone that every VPC of the organisation resolves"),
  resolver: z
    .strictObject({
      inbound: z.boolean().default(false).describe("Networks on premises resolve the private zones"),
      forward: z
        .record(domainName, z.array(text("ipv4")).min(1))
        .default({})
        .describe("Domain → addresses of the name servers on premises that answer for it"),
    })
    .optional()
    .describe("Route 53 Resolver endpoints, which need network.endpoints for their VPC; cost money when idle"),
  firewall: z
    .strictObject({
      block: z
        .array(text("domainPattern"))
        .default([])
        .describe("Names nobody resolves; .example.com means those below"),
      managedLists: z
        .record(slug, text("firewallDomainList"))
        .default({})
        .describe(
          "Name → id of a list of AWS's own; each region has others: aws route53resolver list-firewall-domain-lists",
        ),
    })
    .optional()
    .describe("Route 53 Resolver DNS Firewall in every VPC; priced by query"),
  queryLogs: z.boolean().default(false).describe("Every DNS query of every VPC to the log archive; priced by query"),
});
