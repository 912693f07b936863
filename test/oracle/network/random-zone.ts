import type { Random } from "../generate/random";
import { type Data, type Declared, edited, sample } from "./product";

type Names = readonly [string, ...string[]];

const domainNames = ["core", "prod", "nonprod", "lab"] as const;
const foundations = ["management", "log-archive", "security-tooling", "network", "audit"];
const pools = ["10.0.0.0/12", "172.16.0.0/14", "192.168.0.0/16"] as const;

/** A zone with the sample's foundations and other networks: domains, who talks to whom, accounts, ranges, egress. */
export function randomZone(from: Random): Declared {
  const names = domainNames.slice(0, 1 + from.below(domainNames.length)) as unknown as Names;
  const talks = names.map((name, at) =>
    names
      .slice(at + 1)
      .filter(() => from.chance(0.5))
      .map((other) => [name, other]),
  );
  const pairs = talks.flat();
  const domains = Object.fromEntries(
    names.map((name) => [
      name,
      {
        talksTo: pairs.filter((pair) => pair.includes(name)).flatMap((pair) => pair.filter((other) => other !== name)),
        egress: from.chance(0.5),
      },
    ]),
  );
  const spokes = Array.from({ length: 1 + from.below(5) }, (_, at) => `spoke-${at}`);
  const accounts = Object.fromEntries(
    spokes.map((name) => [
      name,
      {
        name,
        organizationalUnit: "workloads/prod",
        owner: "somebody",
        network: { domain: from.pick(names), prefixLength: 22 },
      },
    ]),
  );
  const pool = from.pick(pools);
  const zones = from.pick([2, 3]);
  const network: Data = {
    pool,
    availabilityZones: zones,
    egress: { prefixLength: zones === 2 ? 24 : 25, natGateways: from.pick(["none", "single", "per-zone"]) },
    domains,
  };
  return {
    zone: edited(edited(edited(sample.zone, ["network"], network), ["guardrails"], {}), ["events"], undefined),
    accounts: {
      ...Object.fromEntries(foundations.map((name) => [name, sample.accounts[name] ?? {}])),
      ...accounts,
    },
    policies: {},
    ranges: rangesIn(from, pool, spokes, zones),
  };
}

/** The egress VPC's range first or among the others, gaps between them. */
function rangesIn(
  from: Random,
  pool: string,
  spokes: readonly string[],
  zones: number,
): Readonly<Record<string, string>> {
  const [first = "", second = ""] = pool.split(".");
  const ordered = spokes.toSpliced(from.below(spokes.length + 1), 0, "egress");
  let next = 0;
  return Object.fromEntries(
    ordered.map((name) => {
      const block = 4 * (next + from.below(3));
      next = block / 4 + 1;
      return [name, `${first}.${second}.${block}.0/${name === "egress" ? (zones === 2 ? 24 : 25) : 22}`];
    }),
  );
}
