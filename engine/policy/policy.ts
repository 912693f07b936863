import type { Operator, Qualifier } from "./operator";

export type Effect = "Allow" | "Deny";

/** Only 2012-10-17 has policy variables (IAM User Guide, "IAM JSON policy elements: Version"). */
export type PolicyVersion = "2012-10-17" | "2008-10-17";

/** A place in a policy's text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One key of one operator of a Condition block; the tests of a statement must all hold. */
export interface ConditionTest {
  readonly qualifier: Qualifier | undefined;
  readonly operator: Operator;
  readonly ifExists: boolean;
  /** As written; keys are compared without regard to case. */
  readonly key: string;
  /** As written, policy variables included. */
  readonly values: readonly string[];
  readonly place: Place;
}

/** `Action` or `Resource`, or their negation. */
export interface Patterns {
  readonly negated: boolean;
  readonly patterns: readonly string[];
  /** Where each pattern stands, in a policy that was read from text. */
  readonly places?: readonly Place[];
}

export interface Statement {
  readonly sid: string | undefined;
  /** Position in the policy, from 0. */
  readonly index: number;
  readonly effect: Effect;
  readonly action: Patterns;
  readonly resource: Patterns;
  readonly conditions: readonly ConditionTest[];
  readonly place: Place;
}

/** A policy document that was read without a fault. */
export interface Policy {
  readonly version: PolicyVersion;
  readonly statements: readonly Statement[];
}
