import { createRequire } from "node:module";
import { featureCosts } from "../atlas/cost/features";
import { usdText } from "../atlas/cost/report/usd";
import type { LandingZone } from "../declaration/model";
import { UserError } from "../declaration/user-error";
import type { costOfZone } from "./zone-cost";

/** A feature that costs more than this a month while nobody uses it is off unless it is declared, and said to cost it. */
const noticedUsd = 20;

/** What builds stacks takes a second to load. */
const load = createRequire(__filename) as (path: string) => { readonly costOfZone: typeof costOfZone };

/** Where features are that cost as much. */
const kinds: readonly string[] = ["network", "network-region", "region"];

/**
 * One line for each declared feature that costs much while nothing is used. Stacks are built, which takes a second, only where one is declared.
 * @param withRanges the zone with the ranges that deploying would give
 */
export function costNotes(zone: LandingZone, withRanges: () => LandingZone): readonly string[] {
  if (!mayCostMuch(zone)) return [];
  const optional = new Set(featureCosts.flatMap(({ feature, optional: is }) => (is ? [feature] : [])));
  try {
    const { cost } = load("./zone-cost").costOfZone(withRanges(), ({ kind }) => kinds.includes(kind));
    return cost.features
      .filter(({ name, monthlyUsd }) => optional.has(name) && monthlyUsd > noticedUsd)
      .map(({ name, monthlyUsd }) => `note: ${name}: ${usdText(monthlyUsd)} USD a month while nothing is used`);
  } catch (error) {
    // That stacks cannot be built is for the commands that build them to say.
    if (error instanceof UserError) return [];
    throw error;
  }
}

function mayCostMuch({ network, dns }: LandingZone): boolean {
  const { egress, inspection, endpoints, vpns, directConnects, sharedVpcs, regions } = network;
  return (
    egress.natGateways !== "none" ||
    inspection !== undefined ||
    endpoints !== undefined ||
    dns.resolver !== undefined ||
    [vpns, directConnects, sharedVpcs, regions].some((declared) => declared.length > 0)
  );
}
