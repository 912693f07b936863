import type { LandingZone } from "../../../declaration/model";
import { withIds } from "../../fixtures/ids";
import { sample } from "../zones";

type Dns = LandingZone["dns"];

/** The sample with central endpoints in its network account, in a range of their own. */
export const endpoints = { prefixLength: 24, cidr: "10.0.1.0/24", services: ["ssm", "ecr.dkr"] };

export const office = {
  name: "office",
  domain: "shared",
  ranges: ["192.168.0.0/16"],
  address: "192.0.2.10",
  asn: 65_000,
};

/** All that `dns` may say of private names. */
export const everything: Dns = {
  ...sample.dns,
  privateSuffix: "corp.example",
  resolver: { inbound: true, forward: { "ad.example": ["192.168.0.53", "192.168.1.53"] } },
  firewall: { block: ["bad.example", ".worse.example"], managedLists: { botnet: "rslvr-fdl-2c46f2ecbfec4dcc" } },
  queryLogs: true,
};

export function resolving(dns: Partial<Dns>, network: Partial<LandingZone["network"]> = {}): LandingZone {
  return withIds({
    ...sample,
    dns: { serviceSuffix: sample.dns.serviceSuffix, queryLogs: false, ...dns },
    network: { ...sample.network, ...network },
  });
}

/** Endpoints and everything of DNS; the other end of a VPN is declared, for queries come from there. */
export const resolvingAll = resolving(everything, { endpoints });
