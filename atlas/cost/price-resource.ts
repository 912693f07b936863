import { priceRows } from "./prices";
import { type Condition, type Count, hoursPerMonth, type IdlePrice, type Quote, type UsagePrice } from "./prices/price";
import type { PricedResource } from "./resource";

/** Units of one price that a resource is. */
export interface IdleUnits {
  readonly what: string;
  readonly per: IdlePrice["per"];
  readonly units: number;
  /** US dollars a unit. */
  readonly usd: number;
  readonly monthlyUsd: number;
  readonly source: string;
  readonly beyond: IdlePrice["beyond"];
}

/** What use of a resource costs, at the price of its region or of another one that is named. */
export interface UnitPrice {
  readonly what: string;
  readonly unit: string;
  readonly usd: number;
  /** `all`: everywhere the same. */
  readonly region: string;
  readonly source: string;
}

/** What a resource costs, and why something of it has no price. */
export interface ResourcePrice {
  readonly idle: readonly IdleUnits[];
  readonly usage: readonly UnitPrice[];
  readonly unpriced: readonly string[];
}

/** What one resource costs by the table of prices. */
export function priceResource(resource: PricedResource): ResourcePrice {
  const row = priceRows.get(resource.type);
  if (row === undefined) return { idle: [], usage: [], unpriced: [`no price is known for ${resource.type}`] };
  const applicable = (row.idle ?? []).filter(({ when }) => holds(when, resource));
  const priced = applicable.map((price) => idleUnits(price, resource));
  return {
    idle: priced.filter((each) => typeof each !== "string"),
    usage: (row.usage ?? []).filter(({ when }) => holds(when, resource)).flatMap((use) => unitPrice(use, resource)),
    unpriced: priced.filter((each) => typeof each === "string"),
  };
}

function idleUnits(price: IdlePrice, resource: PricedResource): IdleUnits | string {
  const { what, per, beyond } = price;
  const quote = quoteFor(price.quotes, resource.region);
  if (quote === undefined) return `no price is known for "${what}" in ${resource.region}`;
  const units = unitsOf(price.count, resource);
  const { usd, source } = quote;
  return { what, per, units, usd, monthlyUsd: units * usd * (per === "hour" ? hoursPerMonth : 1), source, beyond };
}

/** Where the region's price is not known, that of the table's first region is shown as that region's: nothing is summed with it. */
function unitPrice({ what, unit, quotes }: UsagePrice, { region }: PricedResource): readonly UnitPrice[] {
  const quote = quoteFor(quotes, region) ?? quotes[0];
  if (quote === undefined) return [];
  const { regions, usd, source } = quote;
  const where = regions === "all" ? "all" : regions.includes(region) ? region : (regions[0] ?? "all");
  return [{ what, unit, usd, region: where, source }];
}

function quoteFor(quotes: readonly Quote[], region: string): Quote | undefined {
  return quotes.find(({ regions }) => (regions === "all" ? isCommercial(region) : regions.includes(region)));
}

/** GovCloud and China have price lists of their own. */
function isCommercial(region: string): boolean {
  return !/^(us-gov|cn|us-iso|us-isob|eu-isoe)-/.test(region);
}

function holds(when: Condition | undefined, { attributes }: PricedResource): boolean {
  if (when === undefined) return true;
  const value = at(attributes, when.attribute);
  if (when.is !== undefined) return value === when.is;
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

/** @throws Error for a resource that does not say how many it is: a wrong sum would be worse than none */
function unitsOf(count: Count | undefined, { type, name, attributes }: PricedResource): number {
  if (count === undefined) return 1;
  if ("always" in count) return count.always;
  if ("value" in count) {
    const value = at(attributes, count.value);
    if (typeof value !== "number") throw new Error(`${type}.${name}: ${count.value} is no number`);
    return value;
  }
  const entries = at(attributes, count.entries);
  const { having } = count;
  if (having === undefined) {
    if (!Array.isArray(entries)) throw new Error(`${type}.${name}: ${count.entries} is no list`);
    return entries.length;
  }
  return Array.isArray(entries) ? Math.max(1, entries.filter((each) => at(each, having) !== undefined).length) : 1;
}

/** An attribute, by its path; of a block that may stand once, as CDKTF writes it alone or in a list. */
function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((outer, key) => {
    const block: unknown = Array.isArray(outer) ? outer[0] : outer;
    return typeof block === "object" && block !== null ? Reflect.get(block, key) : undefined;
  }, value);
}
