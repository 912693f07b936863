import { join } from "node:path";
import { usdText } from "../atlas/cost/report/usd";
import type { ZoneCost } from "../atlas/cost/zone-cost";
import type { Onboarding } from "../delivery/onboarding/plan-onboarding";
import { accountLines, explain, stackLine } from "./account-lines";

/** What is written and what follows from it, for people. */
export function plannedLines(
  directory: string,
  { account, file, text, zone, stacks, state }: Onboarding,
  cost: ZoneCost | string,
): readonly string[] {
  return [
    join(directory, file),
    ...(state === "new"
      ? text
          .trimEnd()
          .split("\n")
          .map((line) => `    ${line}`)
      : []),
    "",
    ...accountLines(zone, account),
    costLine(cost),
    stackLine(account, stacks),
    "",
  ];
}

/** What the account's own stacks add to the bill. */
function costLine(cost: ZoneCost | string): string {
  if (typeof cost === "string") return `cost      not known: ${cost}`;
  const parts = cost.features.map(({ name, monthlyUsd }) => `${name} ${usdText(monthlyUsd)}`);
  const what = parts.length > 0 ? `: ${parts.join("; ")}` : "";
  return `cost      +${usdText(cost.monthlyUsd)} USD a month while nothing is used${what}`;
}

/** What was written, and what to do next. */
export function nextLines(
  directory: string,
  { account, files, state, stacks }: Onboarding,
  dryRun: boolean,
): readonly string[] {
  if (state === "there") {
    return [
      `${account.name} is already there; nothing was written. \`landfall status ${account.name}\` shows how far it is.`,
    ];
  }
  if (dryRun) return ["Nothing was written."];
  const paths = files.map((file) => join(directory, file)).join(" ");
  return [`Written: ${paths}`, "Next:", `  git add ${paths} && git commit`, `  landfall deploy ${stacks.join(" ")}`];
}

/** The same for programs. */
export function onboardingJson(
  directory: string,
  { account, state, file, text, zone, stacks, files }: Onboarding,
  performed: readonly string[],
  cost: ZoneCost | string,
): object {
  const { name, displayName, email, organizationalUnit, network, service } = account;
  return {
    account: name,
    state,
    displayName,
    email,
    organizationalUnit,
    ...explain(zone, account),
    range: network?.cidr,
    domainName: service?.domainName,
    stacks,
    idleMonthlyUsd: typeof cost === "string" ? undefined : cost.monthlyUsd,
    file: join(directory, file),
    text,
    filesToCommit: files.map((each) => join(directory, each)),
    performed,
  };
}
