import { expect, test } from "@jest/globals";
import fc from "../../fast-check";
import type { Account, LandingZone, RouteDomain } from "../../../declaration/model";
import { changedStacks } from "../../../declaration/slice/changed-stacks";
import { sliceOf } from "../../../declaration/slice/slice-of";
import { type StackSpec, stacksOf } from "../../../declaration/stacks";
import { buildRouting } from "../../../network/routing-stack";
import { withIds } from "../../fixtures/ids";
import { terraformJson } from "../../fixtures/terraform-json";
import { sample } from "../../fixtures/zones";

const names = ["alpha", "beta", "gamma"] as const;
const domain = fc.constantFrom(...names);
const ranges = (...choices: readonly string[][]): fc.Arbitrary<string[]> => fc.constantFrom(...choices);

/** The whole of what the hub's routes follow from, at random. */
const network = fc.record({
  routingStacks: fc.constantFrom("one" as const, "per-domain" as const, "per-domain" as const),
  pool: fc.constantFrom("10.0.0.0/12", "10.0.0.0/11"),
  domains: fc.tuple(
    ...names.map((name) =>
      fc
        .record({ talksTo: fc.subarray([...names]), egress: fc.boolean() })
        .map((each): RouteDomain => ({ name, ...each })),
    ),
  ),
  inspection: fc.constantFrom(undefined, { betweenDomains: false }, { betweenDomains: true }, { betweenDomains: true }),
  endpoints: fc.boolean(),
  spokes: fc.tuple(...["one", "two", "three", "four"].map(() => fc.option(domain, { nil: undefined }))),
  services: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
  shared: fc.option(domain, { nil: undefined }),
  sharedRange: fc.constantFrom("10.9.0.0/22", "10.9.4.0/22"),
  office: fc.option(fc.record({ domain, ranges: ranges(["192.168.0.0/24"], ["192.168.0.0/24", "192.168.2.0/24"]) }), {
    nil: undefined,
  }),
  privateSuffix: fc.constantFrom(undefined, "corp.example"),
  forward: fc.boolean(),
  queryLogs: fc.boolean(),
  flowLogs: fc.boolean(),
  cage: fc.option(fc.record({ domain, ranges: ranges(["172.16.0.0/24"], ["172.17.0.0/24"]) }), {
    nil: undefined,
  }),
});
type Network = typeof network extends fc.Arbitrary<infer Value> ? Value : never;

const base = sample.accounts.find(({ name }) => name === "orders-dev");

function zoneOf(drawn: Network): LandingZone {
  if (base === undefined) throw new Error("the sample has no account orders-dev");
  const accounts = ["one", "two", "three", "four"].map((name, at): Account => {
    const own = drawn.spokes[at];
    return {
      ...base,
      name,
      network: own === undefined ? undefined : { domain: own, prefixLength: 22, cidr: `10.8.${4 * at}.0/22` },
      service: drawn.services[at] && base.service ? { ...base.service, domainName: `${name}.example` } : undefined,
    };
  });
  const range = { prefixLength: 22, cidr: "10.7.0.0/22" };
  return withIds({
    ...sample,
    accounts: [
      ...sample.accounts.map((account) => ({ ...account, network: undefined, service: undefined })),
      ...accounts,
    ],
    dns: {
      ...sample.dns,
      privateSuffix: drawn.privateSuffix,
      resolver: drawn.forward ? { inbound: false, forward: { "ad.example": ["192.168.0.53"] } } : undefined,
      queryLogs: drawn.queryLogs,
    },
    network: {
      ...sample.network,
      transitGateway: { ...sample.network.transitGateway, flowLogs: drawn.flowLogs },
      routingStacks: drawn.routingStacks,
      pool: drawn.pool,
      domains: drawn.domains,
      inspection: drawn.inspection && { ...range, allowedDomains: [".example.com"], ...drawn.inspection },
      endpoints: drawn.endpoints ? { ...range, services: ["ssm"] } : undefined,
      sharedVpcs: drawn.shared
        ? [{ name: "commons", domain: drawn.shared, prefixLength: 22, cidr: drawn.sharedRange }]
        : [],
      vpns: drawn.office ? [{ name: "office", address: "192.0.2.1", asn: 65_000, ...drawn.office }] : [],
      directConnects: drawn.cage ? [{ name: "cage", amazonSideAsn: 64_600, ...drawn.cage }] : [],
    },
  });
}

function routingOf(zone: LandingZone): readonly StackSpec[] {
  return stacksOf(zone).filter(({ kind }) => kind === "routing");
}

function json(zone: LandingZone, spec: StackSpec): string {
  const { resource, output }: { resource?: object; output?: object } = JSON.parse(
    terraformJson(zone, spec, buildRouting),
  );
  return JSON.stringify([sorted(resource ?? {}), output]);
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

/** Every resource of every routing stack, address and attributes. */
function resources(zone: LandingZone): readonly string[] {
  return routingOf(zone).flatMap((spec) => {
    const [resource] = JSON.parse(json(zone, spec)) as [Record<string, Record<string, unknown>>];
    return Object.entries(resource).flatMap(([type, each]) =>
      Object.entries(each).map(([name, attributes]) => `${type}.${name} ${JSON.stringify(attributes)}`),
    );
  });
}

test("a change of the hub's networks selects exactly the routing stacks whose JSON it changes, and each is built from its slice", () => {
  let differing = 0;
  fc.assert(
    fc.property(network, network, fc.nat(), (drawn, other, which) => {
      const keys = Object.keys(drawn) as (keyof Network)[];
      const key = keys[which % keys.length] ?? "pool";
      const [before, after] = [zoneOf(drawn), zoneOf({ ...drawn, [key]: other[key] })];
      const changed = changedStacks(before, after);
      const former = new Map(routingOf(before).map((spec) => [spec.id, json(before, spec)]));
      for (const spec of routingOf(after)) {
        const text = json(after, spec);
        const slice = sliceOf(after, spec);
        expect(json(slice.zone, slice.spec)).toBe(text);
        expect({ key, stack: spec.id, selected: changed.includes(spec.id) }).toEqual({
          key,
          stack: spec.id,
          selected: former.get(spec.id) !== text,
        });
        if (former.get(spec.id) !== text) differing++;
      }
    }),
    { numRuns: 60 },
  );
  expect(differing).toBeGreaterThan(20);
});

test("the stacks of the tables hold together what one stack would, each resource once, and none names an id it does not wait for", () => {
  fc.assert(
    fc.property(network, (drawn) => {
      const [one, split] = [
        zoneOf({ ...drawn, routingStacks: "one" }),
        zoneOf({ ...drawn, routingStacks: "per-domain" }),
      ];
      expect([...resources(split)].sort()).toEqual([...resources(one)].sort());
      for (const spec of routingOf(split)) {
        const { zone } = sliceOf(split, spec);
        const read = zone.ids.entries().map(([key]) => key);
        const needs = new Set<string>(spec.needs);
        expect(read.filter((key) => !needs.has(key))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
