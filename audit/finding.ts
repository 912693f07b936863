import type { Request } from "../engine/request";
import type { AccountsChange } from "./diff/standing-change";

/** `error`: a claim does not hold, or somebody is locked out; `warning`: a policy is not what it seems; `note`: worth knowing, and clean. */
export type Severity = "error" | "warning" | "note";

/** Where a finding stands, as far as it is known. */
export interface Where {
  readonly guardrail?: string | undefined;
  readonly sid?: string | undefined;
  readonly account?: string | undefined;
  /** What else it is about: a unit, a policy or an account as AWS has it. */
  readonly subject?: string | undefined;
  /** Relative to the working directory; lines and columns count from 1. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** Something an audit found beside the claims. */
export interface Finding {
  /** Stable, kebab-case. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly where: Where;
  readonly remedy: string;
  /** A request that shows it. */
  readonly request?: Request | undefined;
  /** What it newly allows or denies, account by account; of differences of the live organisation. */
  readonly changes?: readonly AccountsChange[] | undefined;
}
