import type { GuardrailPolicyType } from "../declaration/policy-quotas";

export type PolicyType = GuardrailPolicyType;

/** A unit has packs of its own; accounts with the same guardrails share theirs, which are called after those guardrails. */
export type PackOf = { readonly unit: string } | { readonly guardrails: string };

/** A policy as AWS Organizations will hold it, and what it is attached to. */
export interface ZonePolicy {
  readonly type: PolicyType;
  /** Its name in AWS, unique among those of its type. */
  readonly name: string;
  readonly description: string;
  /** Minified JSON. */
  readonly document: string;
  /** Names of the guardrails that it says, at least one, in order. */
  readonly guardrails: readonly string[];
  /** `root`, paths of organizational units. */
  readonly units: readonly string[];
  /** Names of single accounts. */
  readonly accounts: readonly string[];
  /** Which of the packs of its targets it is, from 1; undefined when it is not packed but a policy of its own. */
  readonly pack: { readonly of: PackOf; readonly index: number } | undefined;
}
