import { describe, expect, test } from "@jest/globals";
import fc from "../../fast-check";
import type { LandingZone } from "../../../declaration/model";
import { type NetworkPlan, planNetwork } from "../../../network/plan/network-plan";
import { differences } from "../../../network/reachability/check";
import { reachability } from "../../../network/reachability/reachability";
import { sample } from "../zones";
import { withPlan } from "./rich";

interface Drawn {
  readonly domains: number;
  readonly talks: readonly boolean[];
  readonly egress: readonly boolean[];
  readonly oneWay: boolean;
  readonly members: readonly { readonly kind: "spoke" | "shared" | "vpn" | "cage"; readonly domain: number }[];
  readonly natGateways: "none" | "single" | "per-zone";
  readonly inspection: "none" | "internet" | "between";
  readonly endpoints: boolean;
  readonly zones: 2 | 3;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  domains: fc.integer({ min: 1, max: 4 }),
  talks: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
  egress: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  oneWay: fc.boolean(),
  members: fc.array(
    fc.record({
      kind: fc.constantFrom("spoke", "spoke", "spoke", "shared", "vpn", "cage"),
      domain: fc.nat({ max: 3 }),
    }),
    { minLength: 2, maxLength: 8 },
  ),
  natGateways: fc.constantFrom("none", "single", "per-zone"),
  inspection: fc.constantFrom("none", "internet", "between"),
  endpoints: fc.boolean(),
  zones: fc.constantFrom(2, 3),
});

const [template] = sample.accounts.filter(({ network }) => network !== undefined);

/** A zone of random domains and members; talk is declared both ways, as a zone that validates has it, unless drawn otherwise. */
function zoneOf({
  domains,
  talks,
  egress,
  oneWay,
  members,
  natGateways,
  inspection,
  endpoints,
  zones,
}: Drawn): LandingZone {
  const names = Array.from({ length: domains }, (_, index) => `domain-${index}`);
  const talk = (from: number, to: number): boolean =>
    oneWay ? talks[4 * from + to] === true : talks[4 * Math.min(from, to) + Math.max(from, to)] === true;
  const of = (kind: string) =>
    members.flatMap((member, index) =>
      member.kind === kind
        ? [
            {
              name: `${kind}-${index}`,
              domain: `domain-${member.domain % domains}`,
              prefixLength: 24,
              cidr: `10.0.${16 + index}.0/24`,
              ranges: [`192.168.${index}.0/24`, `172.16.${index}.0/24`],
            },
          ]
        : [],
    );
  const zone = withPlan(sample, {
    availabilityZones: ["a", "b", "c"].slice(0, zones).map((letter) => `eu-west-1${letter}`),
    domains: names.map((name, from) => ({
      name,
      talksTo: names.filter((_, to) => talk(from, to)),
      egress: egress[from] === true,
    })),
    egress: { prefixLength: 24, natGateways, cidr: "10.0.0.0/24" },
    inspection:
      inspection === "none"
        ? undefined
        : {
            prefixLength: 24,
            allowedDomains: [".example.com"],
            betweenDomains: inspection === "between",
            cidr: "10.0.1.0/24",
          },
    endpoints: endpoints ? { prefixLength: 24, services: ["ssm"], cidr: "10.0.2.0/24" } : undefined,
    sharedVpcs: of("shared").map(({ name, domain, prefixLength, cidr }) => ({ name, domain, prefixLength, cidr })),
    vpns: of("vpn").map(({ name, domain, ranges }) => ({ name, domain, ranges, address: "192.0.2.1", asn: 65_000 })),
    directConnects: of("cage").map(({ name, domain, ranges }) => ({ name, domain, ranges, amazonSideAsn: 64_999 })),
  });
  const accounts = of("spoke").map(({ name, domain, prefixLength, cidr }) => ({
    ...(template ?? sample.foundation.network),
    name,
    network: { domain, prefixLength, cidr },
  }));
  return { ...zone, accounts };
}

const membersOf = (plan: NetworkPlan) => plan.networks.filter(({ domain }) => domain !== undefined);

const talksTo = (zone: LandingZone, from: string | undefined, to: string | undefined): boolean =>
  zone.network.domains.some(({ name, talksTo: named }) => name === from && to !== undefined && named.includes(to));

describe("in any zone", () => {
  test("routes are what is declared, and the walk between any two members agrees with talksTo, both ways alike", () => {
    let reached = 0;
    fc.assert(
      fc.property(drawn, (each) => {
        const zone = zoneOf(each);
        expect(differences(zone)).toEqual([]);
        const plan = planNetwork(zone);
        const members = membersOf(plan);
        for (const a of members) {
          for (const b of members.filter((other) => other !== a)) {
            const ask = (from: string, to: string) =>
              reachability(zone, { from, to, protocol: "tcp", port: 443 }, plan).reachable;
            const declared = talksTo(zone, a.domain, b.domain) && talksTo(zone, b.domain, a.domain);
            expect([a.name, b.name, ask(a.name, b.name)]).toEqual([a.name, b.name, declared]);
            expect(ask(b.name, a.name)).toBe(declared);
            if (declared) reached++;
          }
          const { egress = false } = zone.network.domains.find(({ name }) => name === a.domain) ?? {};
          const out = reachability(zone, { from: a.name, to: "internet", protocol: "tcp", port: 443 }, plan).reachable;
          expect([a.name, out]).toEqual([a.name, egress && each.natGateways !== "none" && a.vpc !== undefined]);
        }
      }),
      { numRuns: 150 },
    );
    expect(reached).toBeGreaterThan(100);
  });

  test("a range that another table learns, or that a table no longer learns, is found", () => {
    let [leaks, losses] = [0, 0];
    fc.assert(
      fc.property(drawn, fc.nat(), (each, at) => {
        const zone = zoneOf(each);
        const plan = planNetwork(zone);
        const { propagations } = plan.hub;
        const members = membersOf(plan);
        const learning = zone.network.domains.flatMap(({ name: table }) =>
          members
            .filter(({ vpc, name }) => vpc && members.some((other) => other.domain === table && other.name !== name))
            .map((member) => ({ attachment: member.name, table, talks: talksTo(zone, table, member.domain) })),
        );
        const pick = <T>(list: readonly T[]): T | undefined => list[at % Math.max(1, list.length)];
        const unheard = pick(learning.filter(({ talks }) => !talks));
        if (unheard) {
          leaks++;
          const leaking = { ...plan, hub: { ...plan.hub, propagations: [...propagations, unheard] } };
          expect(differences(zone, leaking).join("\n")).toContain(`reaches ${unheard.attachment}, but`);
        }
        const heard = pick(
          propagations.filter(({ attachment, table }) =>
            learning.some((other) => other.attachment === attachment && other.table === table),
          ),
        );
        if (heard) {
          losses++;
          const losing = {
            ...plan,
            hub: { ...plan.hub, propagations: propagations.filter((other) => other !== heard) },
          };
          expect(differences(zone, losing).join("\n")).toContain(`does not reach ${heard.attachment}`);
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(leaks, losses)).toBeGreaterThan(20);
  });

  test("the pool's blackhole keeps a domain with egress from what others reach by the egress VPC: without it, the leak is found", () => {
    let leaks = 0;
    fc.assert(
      fc.property(drawn, fc.nat(), (each, at) => {
        const zone = zoneOf({ ...each, natGateways: "single", inspection: at % 2 === 0 ? "none" : "between" });
        const plan = planNetwork(zone);
        const members = membersOf(plan);
        const leaking = zone.network.domains.filter(
          ({ name, egress }) =>
            egress &&
            members.some(
              (from) =>
                from.domain === name &&
                from.vpc &&
                members.some(
                  (to) =>
                    to !== from &&
                    to.vpc &&
                    !talksTo(zone, name, to.domain) &&
                    zone.network.domains.some((other) => other.name === to.domain && other.egress),
                ),
            ),
        );
        const domain = leaking[at % Math.max(1, leaking.length)];
        if (domain === undefined) return;
        leaks++;
        const staticRoutes = plan.hub.staticRoutes.filter(
          ({ table, name }) => table !== domain.name || name !== "blackhole",
        );
        expect(differences(zone, { ...plan, hub: { ...plan.hub, staticRoutes } }).join("\n")).toMatch(
          / reaches .*, but /,
        );
      }),
      { numRuns: 150 },
    );
    expect(leaks).toBeGreaterThan(20);
  });
});
