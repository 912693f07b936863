import type { TaskOutcome } from "./account-tasks/run-tasks";
import type { IdChanges } from "./merge-ids";
import type { RecoveryEvent } from "./recovery/stale-lock";
import type { ResourceCounts, StackProgress } from "./terraform-output";

/** What a deployment tells while it runs. Seconds are of wall clock. */
export type DeployEvent =
  | { readonly type: "planned"; readonly stacks: readonly string[]; readonly parallelism: number }
  | { readonly type: "ranges"; readonly accounts: readonly string[] }
  | { readonly type: "synthesised"; readonly stacks: readonly string[]; readonly seconds: number }
  | { readonly type: "started"; readonly stack: string }
  | { readonly type: "progress"; readonly stack: string; readonly progress: StackProgress }
  | { readonly type: "recovery"; readonly event: RecoveryEvent }
  | { readonly type: "finished"; readonly result: StackResult };

/** How one stack ended. */
export type StackResult = { readonly stack: string } & (
  | {
      readonly status: "done";
      readonly seconds: number;
      readonly counts: ResourceCounts;
      readonly ids: IdChanges;
      /** What was to be done beside Terraform's part. */
      readonly tasks?: readonly TaskOutcome[] | undefined;
    }
  | {
      readonly status: "failed";
      readonly seconds: number;
      readonly errors: readonly string[];
      readonly logFile: string;
    }
  | { readonly status: "not-reached"; readonly reason: string }
);

export interface Deployment {
  /** In deployment order. */
  readonly stacks: readonly StackResult[];
  readonly seconds: number;
  /** Seconds spent synthesising, in all; other stacks run meanwhile. */
  readonly synthesisSeconds: number;
  readonly interrupted: boolean;
}

/** The outcome where there was nothing to deploy. */
export const nothingDeployed: Deployment = { stacks: [], seconds: 0, synthesisSeconds: 0, interrupted: false };

export function succeeded(deployment: Deployment): boolean {
  return deployment.stacks.every((stack) => stack.status === "done");
}
