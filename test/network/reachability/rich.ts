import type { LandingZone } from "../../../declaration/model";
import { sample } from "../zones";

/** A zone with another network; routes need no ids. */
export function withPlan(zone: LandingZone, network: Partial<LandingZone["network"]>): LandingZone {
  return { ...zone, network: { ...zone.network, ...network } };
}

/** The sample with everything a hub can have: a shared VPC in prod, a VPN in shared, a Direct Connect in nonprod, NAT gateways, endpoints. */
export const rich: LandingZone = {
  ...withPlan(sample, {
    egress: { ...sample.network.egress, natGateways: "single" },
    endpoints: { prefixLength: 24, services: ["ssm", "ecr.api"], cidr: "10.0.3.0/24" },
    sharedVpcs: [{ name: "commons", domain: "prod", prefixLength: 22, cidr: "10.0.32.0/22" }],
    vpns: [{ name: "office", domain: "shared", ranges: ["192.168.0.0/16"], address: "192.0.2.1", asn: 65_000 }],
    directConnects: [
      { name: "cage", domain: "nonprod", ranges: ["172.16.0.0/16", "172.20.0.0/16"], amazonSideAsn: 64_999 },
    ],
  }),
  accounts: sample.accounts.map((account) =>
    account.name === "audit" ? { ...account, sharedVpc: "commons" } : account,
  ),
  dns: { ...sample.dns, resolver: { inbound: true, forward: {} } },
};

/** The same behind a firewall. */
export function inspected(betweenDomains: boolean): LandingZone {
  const inspection = { prefixLength: 24, allowedDomains: [".example.com"], betweenDomains, cidr: "10.0.2.0/24" };
  return { ...rich, network: { ...rich.network, inspection } };
}

export function withTalk(zone: LandingZone, talksTo: Readonly<Record<string, readonly string[]>>): LandingZone {
  const domains = zone.network.domains.map((domain) => ({
    ...domain,
    talksTo: talksTo[domain.name] ?? domain.talksTo,
  }));
  return { ...zone, network: { ...zone.network, domains } };
}
