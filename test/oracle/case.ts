/** What an organization's policies say of a request; a Deny is told apart from the want of an Allow. */
export type Verdict = "allowed" | "explicit-deny" | "implicit-deny";

/** A scalar of a condition block: JSON lets numbers and booleans stand unquoted. */
export type Scalar = string | number | boolean;

/** `{operator: {key: value or values}}` as a policy writes it. */
export type ConditionBlock = Readonly<Record<string, Readonly<Record<string, Scalar | readonly Scalar[]>>>>;

/** A statement as a policy writes it. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: ConditionBlock;
}

/** A policy document, parsed by JSON.parse and by nothing else. */
export interface Document {
  readonly Version?: string;
  readonly Statement: Statement | readonly Statement[];
}

/** The root, an organizational unit or an account, with the documents attached to it. */
export interface CaseLevel {
  readonly id: string;
  readonly policies: readonly Document[];
}

/** What a request carries; a key is present only where it is given. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

/** One call to AWS. */
export interface CaseRequest {
  readonly action: string;
  readonly resource: string;
  readonly principal?: string;
  readonly context: Context;
}

/** Policies from the root down to the account, and requests of that account's principals. */
export interface Case {
  readonly path: readonly CaseLevel[];
  readonly requests: readonly CaseRequest[];
}

/** A value or a list of values, as a list. */
export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
