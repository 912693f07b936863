import { featureCosts } from "./features";
import type { FeatureCost } from "./features/feature-cost";
import { priceResource } from "./price-resource";
import { rounded } from "./zone-cost";

/** What the smallest of a feature costs in a region. */
export interface FeaturePrice {
  readonly feature: string;
  readonly optional: boolean;
  /** What it is the price of. */
  readonly of: string;
  /** Undefined: something of it has no price in the region. */
  readonly monthlyUsd: number | undefined;
  /** What is paid by use besides, in no sum. */
  readonly byUse: readonly string[];
}

/** The price of every feature that costs something, by being there or by use, in a region. */
export function featurePrices(region: string): readonly FeaturePrice[] {
  return featureCosts.map((feature) => featurePrice(feature, region));
}

function featurePrice({ feature, optional, of, example }: FeatureCost, region: string): FeaturePrice {
  const prices = example.map(({ type, attributes = {} }) =>
    priceResource({ type, name: "example", region, attributes }),
  );
  const isPriced = prices.every(({ unpriced }) => unpriced.length === 0);
  const sum = prices.flatMap(({ idle }) => idle).reduce((all, { monthlyUsd }) => all + monthlyUsd, 0);
  const byUse = new Set(prices.flatMap(({ usage }) => usage.map(({ what }) => what)));
  return { feature, optional, of, monthlyUsd: isPriced ? rounded(sum) : undefined, byUse: [...byUse] };
}
