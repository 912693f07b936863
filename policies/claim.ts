import type { ConditionBlock } from "./condition-block";

/**
 * A machine-checkable sentence about what a guardrail denies: of all requests that fit `denied`, none is allowed in an account the guardrail binds.
 * The claims of a guardrail together say all it denies: what it denies beyond them is a finding as well.
 */
export interface Claim {
  /** Stable, kebab-case, unique in its guardrail. */
  readonly id: string;
  /** For people: "Nobody but the break-glass role can stop the trail, whatever the context." */
  readonly sentence: string;
  readonly denied: RequestSet;
}

/** Requests of an account, said in the terms of a policy statement. */
export interface RequestSet {
  /** Whose requests: of principals of the account (default), or of anybody on resources of the account (resource control policies). */
  readonly caller?: "member" | "anybody";
  /** Patterns of actions, as in an Action element. */
  readonly actions: readonly string[];
  readonly butActions?: readonly string[];
  /** Patterns of resources; absent: any. */
  readonly resources?: readonly string[];
  readonly butResources?: readonly string[];
  /** All of its tests hold. */
  readonly when?: ConditionBlock;
  /** In none of these do all tests hold. */
  readonly unless?: readonly ConditionBlock[];
}
