import type { CostDifference } from "../difference";
import type { Sum } from "../zone-cost";
import { changeText, usdText } from "./usd";

/** The difference as a part of a comment for a pull request. */
export function differenceMarkdown(difference: CostDifference): string {
  const { accounts, features, unpriced } = difference;
  const lines = [
    `### ${differenceTitle(difference)}`,
    ...(accounts.length > 0 ? ["", ...table("account", accounts), "", ...table("feature", features)] : []),
    ...(unpriced.length > 0 ? ["", `Without a price: ${unpriced.map((each) => `\`${each}\``).join(", ")}.`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** What changes, in a line. */
export function differenceTitle({ monthlyUsd, beforeUsd, afterUsd, pricesAsOf, accounts }: CostDifference): string {
  if (accounts.length === 0) return `Idle cost: no change (${usdText(afterUsd)} USD a month)`;
  const change = `${changeText(monthlyUsd)} USD a month`;
  return `Idle cost: ${change}, from ${usdText(beforeUsd)} to ${usdText(afterUsd)} (list prices of ${pricesAsOf})`;
}

function table(heading: string, changes: readonly Sum[]): readonly string[] {
  return [
    `| ${heading} | USD a month |`,
    "|---|---:|",
    ...changes.map(({ name, monthlyUsd }) => `| ${name} | ${changeText(monthlyUsd)} |`),
  ];
}
