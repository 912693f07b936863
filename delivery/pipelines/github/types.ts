/** What is written here of a workflow file (GitHub Docs, "Workflow syntax for GitHub Actions"). */
export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

export interface Job {
  readonly name?: string;
  readonly needs?: readonly string[];
  readonly if?: string;
  readonly "runs-on": string;
  readonly "timeout-minutes": number;
  readonly environment?: string;
  readonly permissions: Readonly<Record<string, "read" | "write">>;
  readonly concurrency?: { readonly group: string; readonly "cancel-in-progress": boolean | string };
  readonly strategy?: { readonly "fail-fast": boolean; readonly matrix: { readonly include: string } };
  readonly outputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export type Jobs = Readonly<Record<string, Job>>;

export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, "read" | "write">>;
  readonly concurrency: Job["concurrency"];
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Jobs;
}
