import { decide } from "../../engine/decide/decide";
import type { Request } from "../../engine/request";
import type { ActionClass, ActionClasses } from "../../engine/universe/action-classes";
import type { DomainAccount } from "../../engine/universe/request-domain";
import type { Universe } from "../../engine/universe/universe";
import type { Claim } from "../../policies/claim";
import type { AuditedGuardrail } from "../audited-guardrails";
import { escapeInWords } from "../claims/escape-words";
import { boundsOfCaller } from "../claims/prove";
import type { ClaimResult, Refutation, SourcePlace } from "../report/report";
import type { Group } from "./groups";
import type { Ask } from "./ask";
import { fits, leftOpen, refutation } from "./proofs";

/** What every claim of an audit is asked of. */
export interface ClaimsAsked {
  readonly ask: Ask;
  readonly universe: Universe;
  readonly classes: ActionClasses;
  readonly groups: readonly Group[];
  /** Stands for every account. */
  readonly anyAccount: DomainAccount;
  readonly placeOf: (guardrail: string) => SourcePlace | undefined;
}

/** The classes of the actions a claim is about. */
export function classesOf({ classes }: ClaimsAsked, { denied }: Claim): readonly ActionClass[] {
  const but = new Set(classes.matching(denied.butActions ?? []));
  return classes.matching(denied.actions).filter((each) => !but.has(each));
}

/**
 * What came of a claim in every account its guardrail binds. What the guardrail alone denies needs no look at any path; for the rest, each group of
 * accounts is asked.
 */
export function resultOf(asked: ClaimsAsked, guardrail: AuditedGuardrail, claim: Claim): ClaimResult {
  const { ask, anyAccount, groups, placeOf } = asked;
  const { name } = guardrail;
  const classes = classesOf(asked, claim);
  const bound = groups.filter(({ guardrails }) => guardrails.includes(name));
  const accounts = bound.flatMap((group) => group.accounts.map((account) => account.name));
  const about = {
    guardrail: name,
    claim: claim.id,
    sentence: claim.sentence,
    accounts: accounts.length,
    place: placeOf(name),
  };
  const vacuous = (why: string): ClaimResult => ({ ...about, outcome: "vacuous", why, refutations: [] });
  if (classes.length === 0) return vacuous("no action matches it");
  if (!fits(ask, claim, classes, anyAccount)) return vacuous("no request fits it");
  const open = leftOpen(ask, guardrail, claim, classes, anyAccount);
  if (accounts.length === 0 && open.length === 0) return vacuous("it binds no account");
  const answers = bound.map((group) => ({
    group,
    answer: refutation(ask, claim, open, group.bounds, group.domainAccount),
  }));
  const undecided = answers.flatMap(({ answer }) => (answer.is === "open" ? [answer.because] : []))[0];
  const refutations = merged(
    answers.flatMap(({ group, answer }) =>
      answer.is === "found" ? [refuted(group, guardrail, claim, answer.request)] : [],
    ),
  );
  if (refutations.length > 0) return { ...about, outcome: "refuted", why: undefined, refutations };
  if (undecided !== undefined) return { ...about, outcome: "undecided", why: undecided, refutations };
  return { ...about, outcome: "proved", why: undefined, refutations };
}

/** Groups of accounts that one request escapes from are told together. */
function merged(refutations: readonly Refutation[]): readonly Refutation[] {
  const byRequest = new Map<string, Refutation>();
  for (const each of refutations) {
    const key = JSON.stringify([each.request, each.escape]);
    const before = byRequest.get(key);
    byRequest.set(key, before === undefined ? each : { ...before, accounts: [...before.accounts, ...each.accounts] });
  }
  return [...byRequest.values()];
}

/** @throws Error when the concrete engine does not allow the request: a bug of the symbolic one */
function refuted(group: Group, { policy }: AuditedGuardrail, claim: Claim, found: Request): Refutation {
  const principal = found.context["aws:PrincipalArn"];
  const request = { ...found, principal: typeof principal === "string" ? principal : undefined };
  const { verdict } = decide(boundsOfCaller(claim.denied, group.bounds), request);
  if (verdict !== "allowed") throw new Error(`the witness ${JSON.stringify(request)} is not allowed but ${verdict}`);
  return {
    accounts: group.accounts.map(({ name }) => name),
    request,
    escape: escapeInWords(policy, request),
  };
}
