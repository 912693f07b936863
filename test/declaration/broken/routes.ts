import { both, edit, ids, write, zone, type BrokenCase } from "./case";

const domains = "  domains:\n";

/** A network on premises with as many ranges as asked for, each of which is a route in every table that hears it. */
const farOffice = (ranges: number): string => {
  const each = Array.from({ length: ranges }, (_, at) => `192.168.${at >> 8}.${at & 255}/32`);
  return `  vpns:\n    office: { domain: test, address: 192.0.2.10, ranges: [${each.join(", ")}] }\n`;
};

const locked = (...keys: readonly string[]): string =>
  JSON.stringify({ version: 1, ids: Object.fromEntries(keys.map((key) => [key, `id-of-${key}`])) }, undefined, 2);

/** The hub's routes, and networks that are taken out of the declaration. */
export const brokenRoutes: readonly BrokenCase[] = [
  {
    code: "LF1526",
    change: edit(zone, domains, farOffice(1_500) + domains),
    says: [
      "landing-zone.yaml:12:1 LF1526 the stack routing would hold 1,507 resources, more than 1,500; declare " +
        "`routingStacks: per-domain` (docs/architecture.md says how a running zone changes over)",
    ],
  },
  {
    code: "LF1527",
    change: edit(zone, domains, `  routingStacks: per-domain\n${farOffice(1_500)}${domains}`),
    says: [
      "landing-zone.yaml:18:5 LF1527 the stack routing-live would hold 1,502 resources, more than 1,500; divide the route " +
        "domain into two that talk to each other",
    ],
  },
  {
    code: "LF1413",
    change: both(
      edit(zone, domains, `  routingStacks: per-domain\n${domains}`),
      write("accounts/routing-live.yaml", "name: routing-live\norganizationalUnit: core\nowner: team\nnetwork: none\n"),
    ),
    says: [
      "accounts/routing-live.yaml:1:7 LF1413 the account routing-live and a stack of the platform would both have the stack " +
        "routing-live; rename one",
    ],
  },
  {
    code: "LF1528",
    change: write(
      ids,
      locked(
        "transit-gateway",
        "egress-attachment",
        "egress-vpc",
        "apex-zone",
        "route-table/egress",
        "route-table/test",
        "route-table/old",
      ),
    ),
    says: [
      "ids.lock.json:10:5 LF1528 route-table/old exists and is declared no more, while route-table/live is new: network takes " +
        "the one down once nothing uses it, so after routing, and makes the other before routing; keep the former, deploy the " +
        "new, and remove the former in a deployment of its own",
    ],
  },
  {
    code: "LF1529",
    change: write(ids, locked("attachment/shop", "attachment/till")),
    says: [
      "ids.lock.json:5:5 LF1529 till is still attached to the hub, but no file declares it; restore accounts/till.yaml and " +
        "run `landfall offboard till`: routing lets go of its network, then the network goes, then the account",
    ],
  },
];
