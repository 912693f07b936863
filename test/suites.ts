/** A suite of `npm test`: what it runs, and the seconds it may take on two cores. */
export interface Suite {
  readonly name: string;
  readonly seconds: number;
  /** Commands of tools that print their own findings; each counts as one test. */
  readonly commands: readonly (readonly string[])[];
  /** Folders of jest tests, run in one jest process with this many workers. */
  readonly jest: { readonly paths: readonly string[]; readonly workers: number } | undefined;
}

/** The whole of `npm test`, in order: cheap and telling first. The total is held under ten minutes. */
export const suites: readonly Suite[] = [
  {
    name: "style",
    seconds: 60,
    commands: [
      ["prettier", "--check", "."],
      ["eslint", "."],
      ["tsc", "-p", "."],
    ],
    jest: undefined,
  },
  {
    name: "unit",
    seconds: 120,
    commands: [],
    jest: {
      paths: [
        "declaration",
        "policies",
        "org",
        "network",
        "security",
        "accounts",
        "workloads",
        "delivery",
        "cli",
        "structure",
      ].map((folder) => `test/${folder}/`),
      workers: 2,
    },
  },
  { name: "local-aws", seconds: 60, commands: [], jest: { paths: ["test/rehearsal/"], workers: 2 } },
  { name: "synth", seconds: 90, commands: [], jest: { paths: ["test/synth/"], workers: 1 } },
  { name: "e2e", seconds: 270, commands: [], jest: { paths: ["test/e2e/"], workers: 1 } },
];
