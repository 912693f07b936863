import { both, edit, shop, zone, type BrokenCase, write } from "./case";

const domains = "  domains:\n";
const governed = edit(zone, "governed: [eu-west-1]", "governed: [eu-west-1, eu-west-2]");

/** Hubs by region, in a zone that governs eu-west-2 as well. */
const withHubs = (hubs: string, more = "") =>
  both(governed, edit(zone, domains, `  regions:\n${hubs}${more}${domains}`));
const hub = (changes: Readonly<Record<string, string>> = {}): string => {
  const { region, pool, asn } = { region: "eu-west-2", pool: "10.8.6.0/24", asn: "64533", ...changes };
  return `    ${region}: { pool: ${pool}, amazonSideAsn: ${asn} }\n`;
};

/** Hubs beyond the home region. */
export const brokenRegions: readonly BrokenCase[] = [
  {
    code: "LF1530",
    change: withHubs(hub({ region: "eu-west-3" })),
    says: [
      "landing-zone.yaml:15:5 LF1530 eu-west-3 is no governed region beyond the home region; governed are eu-west-2",
    ],
  },
  {
    code: "LF1530",
    change: withHubs(hub({ region: "eu-west-1" })),
    says: [
      "landing-zone.yaml:15:5 LF1530 eu-west-1 is no governed region beyond the home region; it is the home region, whose hub is network itself",
    ],
  },
  {
    code: "LF1531",
    change: withHubs(hub({ pool: "10.9.0.0/24" })),
    says: ["landing-zone.yaml:15:24 LF1531 10.9.0.0/24 lies outside the pool 10.8.0.0/21, of which it is to be a part"],
  },
  {
    code: "LF1531",
    change: withHubs(hub({ pool: "10.8.6.1/24" })),
    says: ["landing-zone.yaml:15:24 LF1531 10.8.6.1/24 is not a network address; did you mean 10.8.6.0/24?"],
  },
  {
    code: "LF1532",
    change: withHubs(hub({ asn: "64532" })),
    says: [
      "landing-zone.yaml:15:52 LF1532 64532 is the ASN of the home region's Transit Gateway; peered gateways need one each",
    ],
  },
  {
    code: "LF1533",
    change: withHubs(hub(), "  routingStacks: per-domain\n"),
    says: [
      "landing-zone.yaml:16:18 LF1533 with network.regions all routes of the home region are in one stack: routingStacks: one",
    ],
  },
  {
    code: "LF1534",
    change: withHubs(hub(), "  sharedVpcs: { eu-west-2: { domain: live, prefixLength: 25 } }\n"),
    says: ["landing-zone.yaml:16:17 LF1534 eu-west-2 names the peering with that region; choose another name"],
  },
  {
    code: "LF1534",
    change: both(
      withHubs(hub()),
      write("accounts/eu-west-2.yaml", "name: eu-west-2\norganizationalUnit: core\nowner: team\n"),
    ),
    says: ["accounts/eu-west-2.yaml:1:7 LF1534 eu-west-2 names the peering with that region; choose another name"],
  },
  {
    code: "LF1535",
    change: both(withHubs(hub()), edit(shop, "prefixLength: 23 }", "prefixLength: 23, regions: [eu-west-3] }")),
    says: ["accounts/shop.yaml:4:54 LF1535 network.regions has no hub in eu-west-3; did you mean eu-west-2?"],
  },
  {
    code: "LF1508",
    change: both(withHubs(hub()), edit(shop, "prefixLength: 23 }", "prefixLength: 23, regions: [eu-west-2] }")),
    says: [
      "accounts/shop.yaml:4:40 LF1508 the pool 10.8.6.0/24 of eu-west-2 has no room left for the 512 addresses of shop/eu-west-2",
    ],
  },
  {
    code: "LF1413",
    change: both(
      governed,
      write("accounts/shop-eu-west-2.yaml", "name: shop-eu-west-2\norganizationalUnit: core\nowner: team\n"),
    ),
    says: [
      "accounts/shop-eu-west-2.yaml:1:7 LF1413 the account shop-eu-west-2 and shop in eu-west-2 (accounts/shop.yaml) would both have the stack shop-eu-west-2; rename one",
    ],
  },
  {
    code: "LF1536",
    change: write("ids.lock.json", '{ "version": 1, "ids": { "region-hub/eu-west-2": "tgw-01" } }'),
    says: [
      "ids.lock.json:1:26 LF1536 the hub of eu-west-2 exists, and nothing takes it down yet; restore network.regions.eu-west-2, and take its spokes out of the accounts' network.regions to have them go",
    ],
  },
];
