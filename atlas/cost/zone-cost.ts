import { featureOf } from "./features";
import { type IdleUnits, priceResource, type UnitPrice } from "./price-resource";
import { hoursPerMonth } from "./prices/price";
import { pricesAsOf } from "./prices/sources";
import { resourcesOf } from "./resource";

/** A synthesised stack. */
export interface StackToPrice {
  readonly stack: string;
  /** Kind of the stack, as `declaration/stacks.ts` has it. */
  readonly kind: string;
  /** Account it is in, which pays for it. */
  readonly account: string;
  /** The text of its `cdk.tf.json`. */
  readonly json: string;
}

/** Where a resource is. */
interface Place {
  readonly account: string;
  readonly stack: string;
  readonly feature: string;
  /** `TYPE.NAME`. */
  readonly resource: string;
  readonly region: string;
}

/** One price of one resource. */
export interface CostLine extends Place {
  readonly what: string;
  readonly units: number;
  /** What a unit's price is for. */
  readonly per: "hour" | "month";
  readonly usd: number;
  readonly monthlyUsd: number;
  readonly source: string;
}

/** A price by use, of resources of some features. */
export interface UsageLine extends UnitPrice {
  /** How many resources have it. */
  readonly resources: number;
  readonly features: readonly string[];
}

export interface Unpriced extends Place {
  readonly why: string;
}

export interface Sum {
  readonly name: string;
  readonly monthlyUsd: number;
}

export interface AccountCost extends Sum {
  readonly stacks: readonly Sum[];
  readonly features: readonly Sum[];
}

/** What a zone costs while nobody uses it; schemas/cost.json describes it. The dearest is first everywhere. */
export interface ZoneCost {
  readonly currency: "USD";
  /** When the prices were known. */
  readonly pricesAsOf: string;
  readonly hoursPerMonth: number;
  readonly monthlyUsd: number;
  readonly accounts: readonly AccountCost[];
  readonly features: readonly Sum[];
  readonly lines: readonly CostLine[];
  /** What is priced by use: in no sum. */
  readonly usage: readonly UsageLine[];
  /** What has no price in the table: the sum lacks it. */
  readonly unpriced: readonly Unpriced[];
}

/**
 * The monthly cost of stacks while nothing is used, at list prices.
 * @param accounts names of all accounts, those that cost nothing among them
 */
export function zoneCost(stacks: readonly StackToPrice[], accounts: readonly string[]): ZoneCost {
  const priced = stacks.flatMap((stack) => pricesOf(stack));
  const lines = byCost(tiered(priced.flatMap(({ place, idle }) => idle.map((each) => ({ ...place, ...each })))));
  return {
    currency: "USD",
    pricesAsOf,
    hoursPerMonth,
    monthlyUsd: total(lines),
    accounts: byCost(accounts.map((account) => accountCost(account, stacks, lines))),
    features: sums(lines, ({ feature }) => feature),
    lines,
    usage: usageLines(priced.flatMap(({ place, usage }) => usage.map((each) => ({ ...each, feature: place.feature })))),
    unpriced: priced.flatMap(({ place, unpriced }) => unpriced.map((why) => ({ ...place, why }))),
  };
}

interface Priced {
  readonly place: Place;
  readonly idle: readonly IdleUnits[];
  readonly usage: readonly UnitPrice[];
  readonly unpriced: readonly string[];
}

function pricesOf({ stack, kind, account, json }: StackToPrice): readonly Priced[] {
  return resourcesOf(json).map((each) => {
    const resource = `${each.type}.${each.name}`;
    const feature = featureOf(kind, resource, each.attributes);
    return { place: { account, stack, feature, resource, region: each.region }, ...priceResource(each) };
  });
}

/** Units of one account beyond those of the first tier at their price. */
function tiered(lines: readonly (Place & IdleUnits)[]): readonly CostLine[] {
  const counted = new Map<string, number>();
  return lines.map(({ beyond, ...line }) => {
    if (beyond === undefined) return { ...line, monthlyUsd: rounded(line.monthlyUsd) };
    const key = `${line.account} ${line.what}`;
    const before = counted.get(key) ?? 0;
    counted.set(key, before + line.units);
    const isBeyond = before + line.units > beyond.units;
    const usd = isBeyond ? beyond.usd : line.usd;
    return { ...line, usd, monthlyUsd: rounded(line.units * usd) };
  });
}

function accountCost(account: string, stacks: readonly StackToPrice[], lines: readonly CostLine[]): AccountCost {
  const own = lines.filter((line) => line.account === account);
  const names = stacks.filter((stack) => stack.account === account).map(({ stack }) => stack);
  const ofStack = names.map((name) => ({ name, monthlyUsd: total(own.filter(({ stack }) => stack === name)) }));
  return { name: account, monthlyUsd: total(own), stacks: byCost(ofStack), features: sums(own, (l) => l.feature) };
}

/** Sums of lines by a name. */
export function sums(lines: readonly CostLine[], nameOf: (line: CostLine) => string): readonly Sum[] {
  const names = [...new Set(lines.map(nameOf))];
  return byCost(names.map((name) => ({ name, monthlyUsd: total(lines.filter((line) => nameOf(line) === name)) })));
}

const none: Pick<UsageLine, "resources" | "features"> = { resources: 0, features: [] };

function usageLines(uses: readonly (UnitPrice & { readonly feature: string })[]): readonly UsageLine[] {
  const groups = new Map<string, UsageLine>();
  for (const { what, unit, usd, source, feature, region } of uses) {
    const key = JSON.stringify([what, unit, usd, region]);
    const { resources, features } = groups.get(key) ?? none;
    const named = features.includes(feature) ? features : [...features, feature];
    groups.set(key, { what, unit, usd, region, source, resources: resources + 1, features: named });
  }
  return [...groups.values()].sort((a, b) => (a.what < b.what ? -1 : a.what > b.what ? 1 : 0));
}

function total(lines: readonly CostLine[]): number {
  return rounded(lines.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0));
}

/** The dearest first; in their own order what costs the same. */
function byCost<Costs extends { readonly monthlyUsd: number }>(all: readonly Costs[]): readonly Costs[] {
  return [...all].sort((a, b) => b.monthlyUsd - a.monthlyUsd);
}

/** To a hundredth of a cent, so that sums of hours are what one reckons by hand. */
export function rounded(usd: number): number {
  return Math.round(usd * 10_000) / 10_000;
}
