import type { Members } from "../shape";

/** How AWS refuses a call: the error's modelled name, its message, and modelled members beyond the message. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly status: number;
  readonly detail?: Members;
}

export type Outcome = { readonly output: Members } | { readonly failure: Failure };
