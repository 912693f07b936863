/**
 * One part of a longer change that can be taken up again after any interruption.
 *
 * A step finds out from the world (files, AWS, states) whether it is done, never from a record of what was performed: so what a killed run had
 * half done is seen as it is. `perform` must be safe to repeat, for a run may be killed between its effect and the next look.
 */
export interface Step {
  /** Stable within its plan: letters, digits, `-`, `:` and `/`. */
  readonly id: string;
  /** What it does, for people: `destroy the stack orders-dev`. */
  readonly title: string;
  isDone(): Promise<boolean>;
  perform(): Promise<void>;
}

/** What happens while steps are run. Seconds are of wall clock. */
export type StepEvent =
  | { readonly type: "skipped"; readonly step: Step }
  | { readonly type: "started"; readonly step: Step }
  | { readonly type: "done"; readonly step: Step; readonly seconds: number };

/** How a run ended: `remaining` holds the steps that were not looked at because the run was asked to stop. */
export interface StepsRun {
  readonly performed: readonly string[];
  /** Done already when the run came to them. */
  readonly skipped: readonly string[];
  readonly remaining: readonly string[];
}
