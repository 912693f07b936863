import { organizationFeatures } from "../../org/features/features";
import { type Feature, features } from "./features";

/** docs/features.md, made from the table. */
export function featuresPage(): string {
  return [
    "# Features of the network",
    "",
    "Each with its declaration, the stacks it is in, the modules that build it, the tests that fail without it, and what a rehearsal shows of it:",
    "*behaves*, *stored* or *validated* (see the README). A feature that is turned off takes exactly its resources with it, which",
    "[a test](../test/network/features/toggles.test.ts) checks on [a zone with everything on](../test/zones/everything/landing-zone.yaml);",
    "`npm run soak` takes the modules away one at a time and sees the tests fail. What they do is in [network.md](network.md).",
    "",
    ...table(features),
    "",
    "## Organisation, identity, costs",
    "",
    "The same, with [the test of what is turned off](../test/org/features/toggles.test.ts). What they do is in [organization.md](organization.md).",
    "",
    ...table(organizationFeatures),
    "",
  ].join("\n");
}

function table(rows: readonly Feature[]): readonly string[] {
  return [
    "| feature | declared | stacks | modules | tests | kind |",
    "|---|---|---|---|---|---|",
    ...rows.map(({ name, declared, stacks, files, tests, kind }) => {
      const link = (path: string): string => `[${path.replace(/^.*\//, "")}](../${path})`;
      return `| ${name} | ${declared} | ${stacks} | ${files.map(link).join(" ")} | ${tests.map(link).join(" ")} | ${kind} |`;
    }),
  ];
}
