/** A suite of `npm test`: what it runs, and the seconds it may take on two cores. */
export interface Suite {
  readonly name: string;
  readonly seconds: number;
  /** Commands of tools that print their own findings, the longest first; each counts as one test. */
  readonly commands: readonly (readonly string[])[];
  /** Folders of jest tests, run in one jest process with this many workers. */
  readonly jest: { readonly paths: readonly string[]; readonly workers: number } | undefined;
}

/** The whole of `npm test`, in order: cheap and telling first. The total is held under twenty-five minutes. */
export const suites: readonly Suite[] = [
  {
    name: "style",
    seconds: 90,
    commands: [
      ["eslint", "."],
      ["tsc", "-p", "."],
      ["prettier", "--check", "."],
      ["tsc", "-p", "audit/html/browser"],
    ],
    jest: undefined,
  },
  {
    name: "unit",
    seconds: 780,
    commands: [],
    jest: {
      // The local AWS's tests wait for Terraform and emulators while the others compute.
      paths: [
        "accounts",
        "atlas",
        "audit",
        "cli",
        "declaration",
        "delivery",
        "docs",
        "engine",
        "live",
        "network",
        "oracle",
        "org",
        "package",
        "policies",
        "rehearsal",
        "security",
        "stack",
        "structure",
        "synth",
        "workloads",
      ].map((folder) => `test/${folder}/`),
      workers: 3,
    },
  },
  { name: "e2e", seconds: 620, commands: [], jest: { paths: ["test/e2e/"], workers: 3 } },
];
