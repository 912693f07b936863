import { resolve } from "node:path";
import fc from "../../fast-check";
import { type Data, type Declaration, edited, readDeclaration } from "./declaration";

/** Calls no other service and hears of none, so that accounts can be added and removed around it. */
export const alone = { name: "payments" };

/** A zone of test/zones or the sample, with fewer accounts of the same kind: that takes less time and meets more changes. */
function read(path: string): Declaration {
  const declaration = readDeclaration(resolve(__dirname, "../../..", path));
  const kept = Object.entries(declaration.accounts)
    .filter(([name]) => !/^(audit|.*-prod|(payments|fulfilment)-.*)$/.test(name))
    .map(([name, account]) => [name, "service" in account ? { ...account, service: alone } : account] as const);
  // A range is recorded for each network of the hub that a change may declare.
  const first = declaration.ranges["egress"]?.replace(/\d+\.\d+\/\d+$/, "") ?? "";
  const later = Object.fromEntries(
    ["inspection", "endpoints", "commons", "lab"].map((name, at) => [name, `${first}${roomAt(path) + at}.0/24`]),
  );
  return { ...declaration, accounts: Object.fromEntries(kept), ranges: { ...declaration.ranges, ...later } };
}

/** Third byte of addresses of its pool that a zone has left free. */
function roomAt(path: string): number {
  return path === "test/zones/minimal" ? 4 : 208;
}

export const examples = {
  sample: read("zone"),
  birch: read("test/zones/birch"),
  minimal: read("test/zones/minimal"),
};

interface Shape {
  readonly units: number;
  readonly domains: readonly { readonly egress: boolean; readonly talks: boolean }[];
  readonly accounts: readonly AccountShape[];
}

interface AccountShape {
  readonly unit: number;
  readonly domain: number;
  readonly hasNetwork: boolean;
  readonly hasService: boolean;
  readonly hasAccess: boolean;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  units: fc.nat(3),
  domains: fc.array(fc.record({ egress: fc.boolean(), talks: fc.boolean() }), { maxLength: 3 }),
  accounts: fc.array(
    fc.record({
      unit: fc.nat(3),
      domain: fc.nat(4),
      hasNetwork: fc.boolean(),
      hasService: fc.boolean(),
      hasAccess: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});

/** The minimal zone with more units, domains and accounts, and room for them. */
function grown({ units, domains, accounts }: Shape): Declaration {
  const { minimal } = examples;
  const unitPaths = ["apps", ...Array.from({ length: units }, (_, at) => `unit-${at}`)];
  const domainNames = ["live", "test", ...domains.map((_, at) => `domain-${at}`)];
  const pool = edited(minimal.zone, ["network", "pool"], "10.8.0.0/13");
  const withUnits = unitPaths
    .slice(1)
    .reduce<Data>((zone, path) => edited(zone, ["organizationalUnits", path], {}), pool);
  // Two domains talk when both say so.
  const talkers = ["test", ...domains.flatMap(({ talks }, at) => (talks ? [`domain-${at}`] : []))];
  const withDomains = domains.reduce<Data>(
    (zone, { egress, talks }, at) =>
      edited(zone, ["network", "domains", `domain-${at}`], { egress, talksTo: talks ? ["live"] : [] }),
    edited(withUnits, ["network", "domains", "live", "talksTo"], talkers),
  );
  const added = accounts.map((account, at) => {
    const { unit, domain, hasNetwork, hasService, hasAccess } = account;
    const declared = {
      name: `grown-${at}`,
      organizationalUnit: unitPaths[unit % unitPaths.length],
      owner: "growers",
      network: hasNetwork ? { domain: domainNames[domain % domainNames.length], prefixLength: 24 } : "none",
      ...(hasService ? { service: { name: "payments" } } : {}),
      ...(hasAccess ? { access: { team: ["reader"] } } : {}),
    };
    return [declared.name, declared] as const;
  });
  const networks = added.flatMap(([name, { network }], at) =>
    network === "none" ? [] : [[name, `10.9.${at}.0/24`] as const],
  );
  return {
    ...minimal,
    zone: withDomains,
    accounts: { ...minimal.accounts, ...Object.fromEntries(added) },
    ranges: { ...minimal.ranges, ...Object.fromEntries(networks) },
  };
}

/** A zone to change: mostly a small one of some shape or other, sometimes one that has everything. */
export const start: fc.Arbitrary<Declaration> = fc.oneof(
  { weight: 14, arbitrary: shape.map(grown) },
  { weight: 1, arbitrary: fc.constantFrom(examples.sample, examples.birch) },
);
