import type { CostDifference } from "../atlas/cost/difference";
import type { FeaturePrice } from "../atlas/cost/feature-prices";
import { differenceTitle } from "../atlas/cost/report/markdown";
import { changeText, unitText, usdText } from "../atlas/cost/report/usd";
import { type AccountCost, type CostLine, sums, type ZoneCost } from "../atlas/cost/zone-cost";
import { paint } from "./paint";
import { table, type TableCell } from "./table";

/** The sum, what each account pays by stack and feature, the single lines, and what is paid by use. */
export function costLines(organization: string, cost: ZoneCost): readonly string[] {
  const { monthlyUsd, pricesAsOf, hoursPerMonth, accounts, lines, usage, unpriced } = cost;
  const sum = paint("bold", `${usdText(monthlyUsd)} USD a month`, process.stdout);
  return [
    `${organization} costs ${sum} while nothing is used, at list prices of ${pricesAsOf} (a month of ${hoursPerMonth} hours).`,
    "",
    ...table(
      ["USD A MONTH", "ACCOUNT", "STACK", "FEATURE"],
      accounts.flatMap((account) => accountRows(account, lines)),
    ),
    "",
    ...table(["USD A MONTH", "WHAT", "UNITS", "PRICE", "RESOURCES", "ACCOUNTS"], priceRows(lines)),
    "",
    "Paid by use, and in no sum:",
    ...table(
      ["USD", "FOR EACH", "WHAT", "RESOURCES", "PRICE OF"],
      usage.map(({ usd, unit, what, resources, region }) => [
        { text: unitText(usd).padStart(amountWidth) },
        { text: unit },
        { text: what },
        { text: String(resources) },
        { text: region === "all" ? "every region" : region },
      ]),
    ),
    ...(unpriced.length > 0
      ? ["", paint("yellow", "Without a price, so that the sum lacks them:", process.stdout)]
      : []),
    ...unpriced.map(({ stack, resource, why }) => `  ${stack} ${resource}: ${why}`),
  ];
}

/** As wide as a column of amounts. */
const amountWidth = "USD A MONTH".length;

function amount(usd: number): TableCell {
  return { text: usdText(usd).padStart(amountWidth), ...(usd === 0 ? { colour: "dim" } : {}) };
}

function accountRows({ name, monthlyUsd, stacks }: AccountCost, lines: readonly CostLine[]): readonly TableCell[][] {
  const own = lines.filter(({ account }) => account === name);
  return [
    [amount(monthlyUsd), { text: name, colour: "bold" }, { text: "" }, { text: "" }],
    ...stacks
      .filter((stack) => stack.monthlyUsd !== 0)
      .flatMap((stack) =>
        sums(
          own.filter((line) => line.stack === stack.name),
          ({ feature }) => feature,
        ).map(({ name: feature, monthlyUsd: usd }) => [
          amount(usd),
          { text: "" },
          { text: stack.name },
          { text: feature },
        ]),
      ),
  ];
}

/** One row a price: what costs most of all is first. */
function priceRows(lines: readonly CostLine[]): readonly TableCell[][] {
  const keyOf = ({ what, usd, per }: CostLine): string => `${what}\n${unitText(usd)} an hour or month ${per}`;
  return sums(lines, keyOf).map(({ name, monthlyUsd }) => {
    const same = lines.filter((line) => keyOf(line) === name);
    const [{ what, usd, per } = { what: "", usd: 0, per: "month" }] = same;
    const units = same.reduce((sum, line) => sum + line.units, 0);
    return [
      amount(monthlyUsd),
      { text: what },
      { text: String(units) },
      { text: `${unitText(usd)} ${per === "hour" ? "an hour" : "a month"}` },
      { text: String(new Set(same.map(({ stack, resource }) => `${stack} ${resource}`)).size) },
      { text: [...new Set(same.map(({ account }) => account))].join(", ") },
    ];
  });
}

/** What each feature costs in its smallest form. @param declared names of those the zone has */
export function featureLines(
  prices: readonly FeaturePrice[],
  declared: ReadonlySet<string>,
  region: string,
  pricesAsOf: string,
): readonly string[] {
  const ordered = [...prices].sort((a, b) => (b.monthlyUsd ?? 0) - (a.monthlyUsd ?? 0));
  return [
    `What each feature costs a month in ${region} while nothing is used, at list prices of ${pricesAsOf}; * is declared.`,
    "",
    ...table(
      ["USD A MONTH", "", "FEATURE", "FOR", "BY USE BESIDES"],
      ordered.map(({ feature, of, monthlyUsd, byUse }) => [
        featureAmount(monthlyUsd),
        { text: declared.has(feature) ? "*" : "" },
        { text: feature },
        { text: of },
        { text: byUse.join("; ") },
      ]),
    ),
  ];
}

function featureAmount(monthlyUsd: number | undefined): TableCell {
  if (monthlyUsd === undefined) return { text: "no price".padStart(amountWidth), colour: "yellow" };
  // Every feature of the table costs something: what costs nothing by being there costs by use.
  return monthlyUsd === 0 ? { text: "by use".padStart(amountWidth), colour: "dim" } : amount(monthlyUsd);
}

/** What a change costs, by account and feature. */
export function differenceLines(difference: CostDifference): readonly string[] {
  const { accounts, features, unpriced } = difference;
  const rows = [...accounts, ...features].map(({ name, monthlyUsd }) => [
    { text: changeText(monthlyUsd).padStart(amountWidth) },
    { text: name },
  ]);
  return [
    differenceTitle(difference),
    ...(rows.length > 0 ? ["", ...table(["USD A MONTH", "ACCOUNT, THEN FEATURE"], rows)] : []),
    ...unpriced.map((each) => `Without a price: ${each}`),
  ];
}
