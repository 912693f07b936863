import type { Request } from "../../engine/request";
import type { AccountsChange } from "../diff/standing-change";
import type { Finding } from "../finding";

/** A place in a file of the zone; lines and columns count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A claim that does not hold in some accounts, which all answer alike. */
export interface Refutation {
  readonly accounts: readonly string[];
  /** The request of the first of them that fits the claim and is allowed. */
  readonly request: Request;
  /** Why the guardrail does not catch it, when that has a name. */
  readonly escape: string | undefined;
}

/** What came of one claim of one guardrail in every account it binds. */
export interface ClaimResult {
  readonly guardrail: string;
  /** Id of the claim. */
  readonly claim: string;
  readonly sentence: string;
  /** `vacuous`: no request fits it, or it binds no account; `undecided`: the engine could not tell, and `why` says why not. */
  readonly outcome: "proved" | "refuted" | "vacuous" | "undecided";
  readonly why: string | undefined;
  /** How many accounts it binds; the management account is never one of them. */
  readonly accounts: number;
  readonly refutations: readonly Refutation[];
  readonly place: SourcePlace | undefined;
}

export interface AuditedAccount {
  readonly name: string;
  readonly id: string;
  readonly organizationalUnit: string;
  /** Index into `Matrix.groups`. */
  readonly group: number;
}

/** Accounts for which every action stands alike: their paths hold the same policies. */
export interface AccountGroup {
  /** Names of the guardrails that bind them, in the zone's order. */
  readonly guardrails: readonly string[];
  /** For each service, an index into `Matrix.rows`. */
  readonly rows: readonly number[];
}

/**
 * How every action stands in every account, said once for what is alike. The standing of action `a` of service `s` in an account of group `g` is
 * `standings[rows[groups[g].rows[s]][a]]`, where a row of one entry speaks for all actions of the service.
 */
export interface Matrix {
  readonly services: readonly { readonly prefix: string; readonly actions: readonly string[] }[];
  /** `allowed`, `denied`, or in words when it is allowed; the first two are those. */
  readonly standings: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly groups: readonly AccountGroup[];
  readonly accounts: readonly AuditedAccount[];
}

/** How the live organisation compares with the zone; its differences are findings. */
export interface LiveSummary {
  /** Id of the organisation that was read. */
  readonly organization: string;
  /** How many differences there are. */
  readonly differences: number;
  /** All of them together in a sentence: whether they open or close anything. */
  readonly sentence: string;
  /** What all of them together newly allow or deny. */
  readonly together: readonly AccountsChange[];
}

/** Everything an audit says, as plain data; the formats only show it. */
export interface AuditReport {
  /** Of this format. */
  readonly formatVersion: 1;
  readonly organization: string;
  /** Of the data about AWS's actions. */
  readonly universe: { readonly version: string; readonly date: string; readonly actions: number };
  /** What the audit was narrowed to. */
  readonly scope: { readonly account: string | undefined; readonly action: string | undefined };
  readonly verdict: { readonly clean: boolean; readonly sentence: string };
  readonly claims: readonly ClaimResult[];
  readonly findings: readonly Finding[];
  /** Of an audit that looked at the live organisation. */
  readonly live?: LiveSummary | undefined;
  readonly matrix: Matrix;
}

/** Indices of the two standings that need no words. */
export const standing = { allowed: 0, denied: 1 } as const;
