import type { LandingZone } from "../../declaration/model";
import type { Universe } from "../../engine/universe/universe";
import { auditedGuardrails } from "../audited-guardrails";
import { boundsOf } from "../bounds-of";
import { domainAccount } from "../zone/domain-account";
import { type AccountsChange, changedStandings } from "./changed-standings";

/** A claim by its guardrail and id. */
export interface NamedClaim {
  readonly guardrail: string;
  readonly claim: string;
  readonly sentence: string;
}

/** Names that only one side has. */
export interface Difference<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/** What a change of the zone means for what its accounts may do. */
export interface ZoneDiff {
  readonly formatVersion: 1;
  readonly universe: { readonly version: string; readonly date: string };
  /** How many accounts are on both sides. */
  readonly compared: number;
  readonly accounts: Difference<string>;
  readonly guardrails: Difference<string>;
  readonly claims: Difference<NamedClaim>;
  readonly changes: readonly AccountsChange[];
}

/**
 * Compares what two zones let their accounts do, action by action.
 *
 * @param before @param after zones with the ids of their accounts, real or invented
 */
export function zoneDiff(before: LandingZone, after: LandingZone, universe: Universe): ZoneDiff {
  const names = (zone: LandingZone): readonly string[] => zone.accounts.map(({ name }) => name);
  const common = names(after).filter((name) => names(before).includes(name));
  const pairs = common.map((account) => ({
    account,
    domainAccount: domainAccount(after, account),
    before: boundsOf(before, account),
    after: boundsOf(after, account),
  }));
  return {
    formatVersion: 1,
    universe: { version: universe.version, date: universe.date },
    compared: common.length,
    accounts: difference(names(before), names(after), (name) => name),
    guardrails: difference(guardrailNames(before), guardrailNames(after), (name) => name),
    claims: difference(claimsOf(before), claimsOf(after), ({ guardrail, claim, sentence }) =>
      [guardrail, claim, sentence].join("\n"),
    ),
    changes: changedStandings(pairs, universe),
  };
}

/** Whether anything that bounds an account, or is claimed of it, differs. */
export function isChanged({ accounts, guardrails, claims, changes }: ZoneDiff): boolean {
  const differ = [accounts, guardrails, claims].some(({ added, removed }) => added.length + removed.length > 0);
  return differ || changes.length > 0;
}

function guardrailNames(zone: LandingZone): readonly string[] {
  return auditedGuardrails(zone).map(({ name }) => name);
}

function claimsOf(zone: LandingZone): readonly NamedClaim[] {
  return auditedGuardrails(zone).flatMap(({ name: guardrail, claims }) =>
    claims.map(({ id: claim, sentence }) => ({ guardrail, claim, sentence })),
  );
}

function difference<T>(before: readonly T[], after: readonly T[], key: (each: T) => string): Difference<T> {
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
  return {
    added: after.filter((each) => !old.has(key(each))),
    removed: before.filter((each) => !now.has(key(each))),
  };
}
