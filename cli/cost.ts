import { Option } from "commander";
import { costDifference } from "../atlas/cost/difference";
import { featurePrices } from "../atlas/cost/feature-prices";
import { pricesAsOf } from "../atlas/cost/prices/sources";
import { differenceMarkdown } from "../atlas/cost/report/markdown";
import type { LandingZone } from "../declaration/model";
import { UserError } from "../declaration/user-error";
import { zoneAt } from "../delivery/fingerprint/zone-at";
import { exitCodes, registration } from "./command";
import { costLines, differenceLines, featureLines } from "./cost-lines";
import { costOfZone } from "./zone-cost";
import { readWithRanges, zoneWithRanges } from "./zone-with-ranges";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly features?: boolean;
  readonly base?: string;
  readonly format: "text" | "json" | "markdown";
  readonly json?: boolean;
}

export const cost = registration<Options>({
  name: "cost",
  usage: "",
  summary: "what the zone costs a month while nothing is used, by account, stack and feature; asks AWS nothing",
  examples: [
    "landfall cost",
    "landfall cost --features                              # what each feature would cost",
    "landfall cost --base origin/main                      # what a change costs",
    "landfall cost --base origin/main --format markdown    # for a pull request",
    "landfall cost --json | jq .monthlyUsd",
    "echo $?                                               # 1: something has no price, and the sum lacks it",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .option("--features", "what each feature costs in its smallest form, declared or not")
      .option("--base <revision>", "the difference from the zone at this git revision")
      .addOption(
        new Option("--format <format>", "markdown needs --base").choices(["text", "json", "markdown"]).default("text"),
      )
      .option("--json", "the same as --format json; schemas/cost.json describes it"),
  run: async (_positionals, options) => {
    const { features, base } = options;
    const format = options.json ? "json" : options.format;
    if (features && base !== undefined) throw new UserError("--features compares nothing", "Leave out --base.");
    if (format === "markdown" && base === undefined) {
      throw new UserError("--format markdown is for a difference", "Give --base REVISION, or leave out --format.");
    }
    const zone = zoneWithRanges(options.zone);
    if (features) return showFeatures(zone, format === "json");
    if (base !== undefined) return showDifference(await zoneAt(options.zone, base, readWithRanges), zone, format);
    return showCost(zone, format === "json");
  },
});

function showCost(zone: LandingZone, json: boolean): number {
  const { cost: found, waiting } = costOfZone(zone);
  if (json) print({ ...found, waiting });
  else {
    console.log(costLines(zone.organization.name, found).join("\n"));
    for (const stack of waiting)
      console.log(`Not counted: ${stack}, whose network has no range yet (landfall onboard).`);
  }
  return found.unpriced.length > 0 || waiting.length > 0 ? exitCodes.failed : exitCodes.success;
}

function showDifference(before: LandingZone, after: LandingZone, format: Options["format"]): number {
  const difference = costDifference(costOfZone(before).cost, costOfZone(after).cost);
  if (format === "json") print(difference);
  else if (format === "markdown") process.stdout.write(differenceMarkdown(difference));
  else console.log(differenceLines(difference).join("\n"));
  return difference.unpriced.length > 0 ? exitCodes.failed : exitCodes.success;
}

function showFeatures(zone: LandingZone, json: boolean): number {
  const region = zone.regions.home;
  const prices = featurePrices(region);
  const { cost: found } = costOfZone(zone);
  const declared = new Set([
    ...found.features.map(({ name }) => name),
    ...found.usage.flatMap(({ features }) => features),
  ]);
  if (json) {
    const features = prices.map((price) => ({ ...price, declared: declared.has(price.feature) }));
    print({ currency: "USD", pricesAsOf, region, features });
  } else console.log(featureLines(prices, declared, region, pricesAsOf).join("\n"));
  return prices.some(({ monthlyUsd }) => monthlyUsd === undefined) ? exitCodes.failed : exitCodes.success;
}

function print(value: unknown): void {
  console.log(JSON.stringify(value, undefined, 2));
}
