import type { Request } from "../../engine/request";

/** Actions whose standing changes alike. */
export interface StandingChange {
  /** Whose requests: of principals of the account, or of anybody on its resources. */
  readonly caller: "member" | "anybody";
  /** Names of actions. */
  readonly actions: readonly string[];
  /** `allowed`, `denied`, or when it is allowed in words; of the first of the actions. */
  readonly before: string;
  readonly after: string;
  /** What had to hold and need not any more, and what has to hold now, in words; undefined: nothing, or all is in `before` and `after`. */
  readonly dropped: string | undefined;
  readonly added: string | undefined;
  /** A request that was refused and is allowed now, and the other way round. */
  readonly newlyAllowed: Request | undefined;
  readonly newlyDenied: Request | undefined;
  /** The engine could not tell whether requests change sides. */
  readonly undecided: boolean;
}

/** Accounts in which the same changes. */
export interface AccountsChange {
  readonly accounts: readonly string[];
  readonly changes: readonly StandingChange[];
}
