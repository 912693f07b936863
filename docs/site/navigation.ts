/** A page of the site by its file, from the repository's root; without a title it is called as its first heading. */
export interface PageEntry {
  readonly file: string;
  readonly title?: string;
}

export interface Section {
  readonly title: string;
  readonly pages: readonly PageEntry[];
  /** Folders whose other pages follow in alphabetical order, so that a page that is added is found. */
  readonly folders?: readonly string[];
  /** The part that it is shown in, folded. */
  readonly within?: string;
}

/** The first page. */
export const home: PageEntry = { file: "README.md", title: "Landfall" };

/** The four parts of the site: to learn, to get something done, to look something up, to understand; and what is folded within them. */
export const parts: readonly Section[] = [
  {
    title: "Tutorial",
    pages: [
      { file: "docs/tutorials/first-zone.md", title: "First zone" },
      { file: "docs/tutorial.md", title: "First service" },
      { file: "docs/tutorials/first-audit.md", title: "First audit" },
      { file: "docs/adopt.md", title: "Adopt an organisation that exists" },
    ],
  },
  {
    title: "How-to",
    pages: [
      { file: "docs/account-life.md" },
      { file: "docs/pipeline.md" },
      { file: "docs/how-to/add-a-unit.md" },
      { file: "docs/how-to/add-a-guardrail.md" },
      { file: "docs/how-to/add-a-region.md" },
      { file: "docs/how-to/add-a-pattern.md" },
      { file: "docs/how-to/revoke-access.md" },
      { file: "docs/how-to/quarantine-an-account.md" },
      { file: "docs/how-to/recover-a-state.md" },
      { file: "docs/how-to/move-to-plain-terraform.md" },
    ],
    folders: ["docs/how-to"],
  },
  {
    title: "Patterns",
    within: "How-to",
    pages: [{ file: "docs/patterns/README.md", title: "Which one, and what it costs" }],
    folders: ["docs/patterns"],
  },
  {
    title: "Reference",
    pages: [
      { file: "docs/reference/commands.md" },
      { file: "docs/reference/landing-zone.md" },
      { file: "docs/reference/account.md" },
      { file: "docs/guardrails.md" },
      { file: "docs/features.md" },
      { file: "docs/microservice.md" },
      { file: "docs/api.md" },
      { file: "docs/events.md" },
      { file: "docs/cost.md" },
      { file: "docs/map.md" },
      { file: "docs/faults.md" },
      { file: "docs/dependencies.md" },
    ],
    folders: ["docs/reference"],
  },
  {
    title: "Explanation",
    pages: [
      { file: "docs/architecture.md" },
      { file: "docs/organization.md" },
      { file: "docs/network.md" },
      { file: "docs/logging-and-detection.md" },
      { file: "docs/audit.md" },
      { file: "docs/proofs.md" },
      { file: "docs/packing.md" },
      { file: "docs/store.md" },
      { file: "docs/comparison.md" },
      { file: "docs/seeds.md" },
      { file: "CONTRIBUTING.md" },
    ],
  },
  {
    title: "Decisions",
    within: "Explanation",
    pages: [{ file: "docs/decisions/README.md", title: "All of them" }],
    folders: ["docs/decisions"],
  },
];
