import type { Random } from "../generate/random";
import { type Data, type Declared, edited } from "./product";

/** Of each pool that `randomZone` draws: the blocks of 4,096 addresses that it leaves free, and ranges that no pool holds. */
const inspectionBlock = 160;
const sharedBlocks = { commons: 176, depot: 192 } as const;
const onPremises = { office: ["172.24.0.0/24", "172.24.8.0/24"], cage: ["172.25.0.0/24"] } as const;

/** A zone with a hub of more than an egress VPC: a firewall, VPCs that are shared, networks on premises, and the routes in one stack or several. */
export function withRandomHub(declared: Declared, from: Random): Declared {
  const network: Data = Object(declared.zone["network"]);
  const domains = Object.keys(Object(network["domains"]));
  const [first = ""] = domains;
  const domain = (): string => domains[from.below(domains.length)] ?? first;
  const pool = String(network["pool"]).split(".").slice(0, 2).join(".");
  const inspection = from.chance(0.6)
    ? { prefixLength: 24, allowedDomains: [".example.com"], betweenDomains: from.chance(0.5) }
    : undefined;
  const shared = Object.entries(sharedBlocks).filter(() => from.chance(0.6));
  const hub: Data = {
    ...network,
    ...(inspection ? { inspection } : {}),
    sharedVpcs: Object.fromEntries(shared.map(([name]) => [name, { domain: domain(), prefixLength: 22 }])),
    vpns: from.chance(0.6) ? { office: { address: "192.0.2.10", domain: domain(), ranges: onPremises.office } } : {},
    directConnects: from.chance(0.5)
      ? { cage: { amazonSideAsn: 64_550, domain: domain(), ranges: onPremises.cage } }
      : {},
    routingStacks: from.pick(["one", "per-domain"]),
  };
  return {
    ...declared,
    zone: edited(declared.zone, ["network"], hub),
    ranges: {
      ...declared.ranges,
      ...(inspection ? { inspection: `${pool}.${inspectionBlock}.0/24` } : {}),
      ...Object.fromEntries(shared.map(([name, block]) => [name, `${pool}.${block}.0/22`])),
    },
  };
}
