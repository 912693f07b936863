import { rounded, type Sum, type ZoneCost } from "./zone-cost";

/** What a change of the zone costs a month, while nothing is used. */
export interface CostDifference {
  readonly currency: "USD";
  readonly pricesAsOf: string;
  readonly beforeUsd: number;
  readonly afterUsd: number;
  readonly monthlyUsd: number;
  /** Accounts and features that cost more or less, the greatest difference first. */
  readonly accounts: readonly Sum[];
  readonly features: readonly Sum[];
  /** What came without a price: the difference lacks it. */
  readonly unpriced: readonly string[];
}

/** The difference in cost that a change makes. */
export function costDifference(before: ZoneCost, after: ZoneCost): CostDifference {
  const known = new Set(before.unpriced.map(({ stack, resource }) => `${stack} ${resource}`));
  return {
    currency: "USD",
    pricesAsOf: after.pricesAsOf,
    beforeUsd: before.monthlyUsd,
    afterUsd: after.monthlyUsd,
    monthlyUsd: rounded(after.monthlyUsd - before.monthlyUsd),
    accounts: changes(before.accounts, after.accounts),
    features: changes(before.features, after.features),
    unpriced: after.unpriced.map(({ stack, resource }) => `${stack} ${resource}`).filter((each) => !known.has(each)),
  };
}

function changes(before: readonly Sum[], after: readonly Sum[]): readonly Sum[] {
  const of = (all: readonly Sum[], name: string): number => all.find((each) => each.name === name)?.monthlyUsd ?? 0;
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  return names
    .map((name) => ({ name, monthlyUsd: rounded(of(after, name) - of(before, name)) }))
    .filter(({ monthlyUsd }) => monthlyUsd !== 0)
    .sort((a, b) => Math.abs(b.monthlyUsd) - Math.abs(a.monthlyUsd));
}
