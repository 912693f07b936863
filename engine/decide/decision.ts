import type { Statement } from "../policy/policy";

export type Verdict = "allowed" | "explicit-deny" | "implicit-deny";

/** A statement that applies to a request, and where it stands. */
export interface Reason {
  readonly layer: "scp" | "rcp";
  /** Id of the level and of the policy attached to it. */
  readonly level: string;
  readonly policy: string;
  readonly statement: Statement;
}

/** What one level says of a request. */
export interface LevelDecision {
  readonly layer: "scp" | "rcp";
  readonly level: string;
  readonly verdict: Verdict;
  readonly allows: readonly Reason[];
  readonly denies: readonly Reason[];
}

export interface Decision {
  readonly verdict: Verdict;
  /** A service-linked role called: nothing binds it. */
  readonly exempt: boolean;
  readonly levels: readonly LevelDecision[];
}

/** A decision when some context keys, or the resource, are not known. */
export type PartialDecision =
  | Decision
  | {
      readonly verdict: "undecided";
      /** Names of what would have to be known: context keys as the statements write them, or `resource`. */
      readonly needs: readonly string[];
      /** The statements in doubt. */
      readonly reasons: readonly Reason[];
      /** What is decided already, level by level, as if no statement in doubt applied. */
      readonly levels: readonly LevelDecision[];
    };
