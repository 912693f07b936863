import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../../declaration/load";
import type { LandingZone } from "../../../declaration/model";
import { canonical } from "../../../declaration/slice/canonical";
import { sliceOf } from "../../../declaration/slice/slice-of";
import { stacksOf, type StackSpec } from "../../../declaration/stacks";
import { builders } from "../../../main";
import { catalogue } from "../../../policies/catalogue";
import { noOptions } from "../../../policies/guardrail";
import { addImports } from "../../../stack/add-imports";
import { withIds } from "../../fixtures/ids";
import { terraformJson } from "../../fixtures/terraform-json";
import { birch, sample, twoRegions } from "../../fixtures/zones";
import { everything } from "../../network/features/toggled";
import { resolvingAll } from "../../network/dns/zone";
import { all as detectingAll } from "../../security/features/toggled";
import { inShop, shopZone } from "../../workloads/events/shop";

const minimal = withIds(loadZone(resolve(__dirname, "../../zones/minimal")));

function json(zone: LandingZone, spec: StackSpec): unknown {
  return JSON.parse(
    terraformJson(zone, spec, (stack) => {
      builders[spec.kind](stack, zone, spec);
      addImports(stack, zone.imports[spec.id] ?? {});
    }),
  );
}

/** Text of a slice, as far as it is data. */
function text(zone: LandingZone, id: string): string {
  const spec = stacksOf(zone).find((each) => each.id === id);
  if (spec === undefined) throw new Error(`the zone has no stack ${id}`);
  const slice = sliceOf(zone, spec);
  return JSON.stringify([slice, slice.zone.ids.entries()]);
}

const shop = shopZone();
const zones = { sample, birch, minimal, resolvingAll, everything, detectingAll, twoRegions, shop };

/** One stack of each kind and, of accounts, one with a network and a service, one with neither and the management account. */
function examples(zone: LandingZone): readonly StackSpec[] {
  const shape = ({ kind, account }: StackSpec): string =>
    [kind, !account.network, !account.service, !account.roles.includes("management")].join();
  return [...new Map(stacksOf(zone).map((spec) => [shape(spec), spec])).values()];
}

describe.each(Object.entries(zones))("a slice of the zone %s", (_name, zone) => {
  // The networks of that zone are those of `everything`.
  const compared = examples(zone)
    .filter(({ kind }) => zone !== detectingAll || !["network", "routing"].includes(kind))
    .filter(({ region }) => zone !== twoRegions || region !== undefined)
    .filter(({ kind }) => zone !== shop || ["account", "events", "service"].includes(kind));
  test.each(compared.map((spec) => [spec.id, spec] as const))("has all that the builder of %s reads", (_id, spec) => {
    const slice = sliceOf(zone, spec);
    const inProject = zone === shop ? inShop : <T>(work: () => T): T => work();
    expect(inProject(() => json(slice.zone, slice.spec))).toEqual(inProject(() => json(zone, spec)));
  });
});

describe("a slice", () => {
  test("of each kind is compared above", () => {
    const compared = Object.values(zones).flatMap((zone) => examples(zone).map(({ kind }) => kind));
    expect([...new Set(compared)].sort()).toEqual(Object.keys(builders).sort());
  });

  test.each(
    [sample, resolvingAll, everything, twoRegions, shop].flatMap((zone) =>
      stacksOf(zone).map(({ id }) => [id, zone] as const),
    ),
  )("of %s is the same whatever order the declaration is written in", (id, zone) => {
    expect(text(reversed(zone), id)).toBe(text(zone, id));
  });

  test.each(catalogue.map((guardrail) => [guardrail.name, guardrail] as const))(
    "of org has all that the guardrail %s says of a zone",
    (name, guardrail) => {
      const zone = { ...sample, guardrails: [{ name, attachTo: ["root"], document: undefined }] };
      const org = stacksOf(zone).find(({ kind }) => kind === "org");
      const said = (of: LandingZone): unknown => guardrail.statements({ zone: of, options: noOptions });
      expect(org && said(sliceOf(zone, org).zone)).toEqual(said(zone));
    },
  );

  test("of one account does not hold another", () => {
    // Of the foundation, what its roles and logs name: shared-services has the bus that its service may put events on.
    const named = ["log-archive", "management", "network", "security-tooling", "shared-services", "orders-dev"];
    const others = sample.accounts.map(({ name }) => name).filter((name) => !named.includes(name));
    expect(others).toHaveLength(8);
    expect(others.filter((name) => text(sample, "orders-dev").includes(`"${name}"`))).toEqual([]);
  });
});

/** Every list of which the order means nothing, and every record, the other way round. */
function reversed(zone: LandingZone): LandingZone {
  const { network, identity, regions, dns } = zone;
  const { endpoints } = network;
  return {
    ...zone,
    regions: { ...regions, governed: regions.governed.toReversed(), allowed: regions.allowed.toReversed() },
    network: {
      ...network,
      endpoints: endpoints && { ...endpoints, services: endpoints.services.toReversed() },
      domains: network.domains.toReversed().map((domain) => ({ ...domain, talksTo: domain.talksTo.toReversed() })),
    },
    dns: {
      ...dns,
      resolver: dns.resolver && { ...dns.resolver, forward: turned(dns.resolver.forward) },
      firewall: dns.firewall && {
        block: dns.firewall.block.toReversed(),
        managedLists: turned(dns.firewall.managedLists),
      },
    },
    identity: {
      groups: turned(identity.groups),
      permissionSets: turned(identity.permissionSets),
      breakGlass: identity.breakGlass && { ...identity.breakGlass, users: identity.breakGlass.users.toReversed() },
    },
    policies: zone.policies.map((each) => ({ ...each, attachTo: each.attachTo.toReversed() })),
    costs: { ...zone.costs, allocationTags: zone.costs.allocationTags.toReversed() },
    guardrails: zone.guardrails.toReversed().map((each) => ({ ...each, attachTo: each.attachTo.toReversed() })),
    accounts: zone.accounts.map((account) => ({
      ...account,
      access: turned(account.access),
      tags: turned(account.tags),
    })),
    tags: turned(zone.tags),
  };
}

function turned<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).reverse());
}

test("canonical data has its keys in order at every depth and its lists as they were", () => {
  expect(JSON.stringify(canonical({ b: [{ d: 1, c: 2 }, 0], a: null }))).toBe('{"a":null,"b":[{"c":2,"d":1},0]}');
});
