import { featurePrices } from "../../../atlas/cost/feature-prices";
import { pricesAsOf } from "../../../atlas/cost/prices/sources";
import { usdText } from "../../../atlas/cost/report/usd";
import { organizationFeatures } from "../../org/features/features";
import { securityFeatures } from "../../security/features/features";
import { type Feature, features } from "./features";

/** docs/features.md, made from the tables. */
export function featuresPage(): string {
  return [
    "# Features",
    "",
    ...counted([...features, ...organizationFeatures, ...securityFeatures]),
    "",
    `The last column is what the smallest of a feature costs a month in ${region} while nothing is used, in US dollars at list prices of ${pricesAsOf}, and`,
    "*by use* where it is paid by use besides; [cost.md](cost.md) says what the prices rest on.",
    "",
    "## Features of the network",
    "",
    ...intro("network", "network.md"),
    ...table(features),
    "",
    "## Features of the organisation, identity and costs",
    "",
    ...intro("org", "organization.md"),
    ...table(organizationFeatures),
    "",
    "## Features of logging, detection and the baseline",
    "",
    ...intro("security", "logging-and-detection.md"),
    ...table(securityFeatures),
    "",
  ].join("\n");
}

const region = "eu-west-1";

const prices = new Map(featurePrices(region).map((price) => [price.feature, price]));

/** What a feature costs; what is in no price table costs nothing. */
function costText(name: string): string {
  const price = prices.get(name);
  if (price === undefined) return "–";
  const { monthlyUsd, byUse, of } = price;
  if (monthlyUsd === undefined) throw new Error(`${name} has no price in ${region}`);
  if (monthlyUsd === 0) return "by use";
  return `${usdText(monthlyUsd)} for ${of}${byUse.length > 0 ? ", and by use" : ""}`;
}

function counted(all: readonly Feature[]): readonly string[] {
  const of = (kind: Feature["kind"]): number => all.filter((feature) => feature.kind === kind).length;
  return [
    `Of ${all.length} features ${of("behaves")} behave in a rehearsal, ${of("stored")} are stored and ${of("validated")} are validated.`,
  ];
}

/** @param folder of the tests; @param guide the page that says what the features do */
function intro(folder: string, guide: string): readonly string[] {
  return [
    "Each with its declaration, the stacks it is in, the modules that build it, the tests that fail without it, and what a rehearsal shows of it:",
    "*behaves*, *stored* or *validated* (see the README). A feature that is turned off takes exactly its resources with it, which",
    `[a test](../test/${folder}/features/toggles.test.ts) checks on [a zone with everything on](../test/zones/everything/landing-zone.yaml);`,
    `\`npm run soak\` takes the modules away one at a time and sees the tests fail. What they do is in [${guide}](${guide}).`,
    "",
  ];
}

function table(features: readonly Feature[]): readonly string[] {
  const rows = features.map(({ name, declared, stacks, files, tests, kind }) => {
    const link = (path: string): string => `[${path.replace(/^.*\//, "")}](../${path})`;
    return `| ${name} | ${declared} | ${stacks} | ${files.map(link).join(" ")} | ${tests.map(link).join(" ")} | ${kind} | ${costText(name)} |`;
  });
  return [
    "| feature | declared | stacks | modules | tests | kind | idle cost |",
    "|---|---|---|---|---|---|---|",
    ...rows,
  ];
}
