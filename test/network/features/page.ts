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
    return `| ${name} | ${declared} | ${stacks} | ${files.map(link).join(" ")} | ${tests.map(link).join(" ")} | ${kind} |`;
  });
  return ["| feature | declared | stacks | modules | tests | kind |", "|---|---|---|---|---|---|", ...rows];
}
