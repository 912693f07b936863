import type { Bounds } from "../../engine/bounds";
import type { Request } from "../../engine/request";
import { all, allowed, always } from "../../engine/symbolic/build";
import { conjuncts } from "../../engine/symbolic/conjuncts";
import type { Formula } from "../../engine/symbolic/formula";
import { inWords } from "../../engine/symbolic/words";
import type { ActionClass } from "../../engine/universe/action-classes";
import type { Caller, DomainAccount } from "../../engine/universe/request-domain";
import type { Universe } from "../../engine/universe/universe";
import { idSignature } from "../zone/account-ids";
import { type About, type Ask, asker } from "../zone/ask";
import { classesFor } from "../zone/classes";
import { type NotIn, notIn } from "./not-in";
import type { AccountsChange, StandingChange } from "./standing-change";
import { boundsText, pathText } from "./same-policies";

/** What bounds an account on two sides. */
export interface TwoSided {
  readonly account: string;
  readonly domainAccount: DomainAccount;
  readonly before: Bounds;
  readonly after: Bounds;
}

export type { AccountsChange, StandingChange } from "./standing-change";

/**
 * The actions that become allowed, denied or differently conditional, account by account. Policies that are written otherwise and mean the same change
 * nothing. Accounts in which the same policies change alike share one answer.
 */
export function changedStandings(accounts: readonly TwoSided[], universe: Universe): readonly AccountsChange[] {
  const changed = accounts.filter(({ before, after }) => boundsText(before) !== boundsText(after));
  const policies = [...new Set(changed.flatMap(({ before, after }) => [before, after].flatMap(policiesOf)))];
  const classes = classesFor(universe, policies, []).classes;
  const signature = idSignature(policies, []);
  const groups = new Map<string, TwoSided[]>();
  for (const each of changed) {
    const key = [signature(each.domainAccount.id), boundsText(each.before), boundsText(each.after)].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const ask = asker();
  const answers = [...groups.values()].flatMap((members) => {
    const [first] = members;
    const changes = first === undefined ? [] : callers(first).flatMap((side) => changesOf(ask, classes, side));
    return changes.length === 0 ? [] : [{ accounts: members.map(({ account }) => account), changes }];
  });
  return joined(answers);
}

/** Accounts whose bounds differ and that change alike are one; the requests shown are those of the first of them. */
function joined(answers: readonly AccountsChange[]): readonly AccountsChange[] {
  const alike = new Map<string, AccountsChange>();
  for (const answer of answers) {
    const key = JSON.stringify(answer.changes.map((change) => [...keyOf(change), change.actions, change.undecided]));
    const known = alike.get(key);
    alike.set(key, known === undefined ? answer : { ...known, accounts: [...known.accounts, ...answer.accounts] });
  }
  return [...alike.values()];
}

/** What is said of a change: what was dropped and added, or all of it where nothing is shared. */
function keyOf({
  caller,
  before,
  after,
  dropped,
  added,
  newlyAllowed,
  newlyDenied,
}: StandingChange): readonly unknown[] {
  const words = dropped === undefined && added === undefined ? [before, after] : [dropped, added];
  return [caller, ...words.map((each) => each ?? null), newlyAllowed !== undefined, newlyDenied !== undefined];
}

function policiesOf({ scp, rcp }: Bounds): Bounds["scp"][number]["policies"][number]["policy"][] {
  return [...scp, ...rcp].flatMap((level) => level.policies.map(({ policy }) => policy));
}

interface Side extends Pick<TwoSided, "before" | "after" | "domainAccount"> {
  readonly caller: Caller;
}

/** Service control policies bind the account's own principals alone; callers from outside are asked about when resource control policies change. */
function callers({ before, after, domainAccount }: TwoSided): readonly Side[] {
  const member: Side = { caller: "member", before, after, domainAccount };
  if (pathText(before.rcp) === pathText(after.rcp)) return [member];
  const outside = (bounds: Bounds): Bounds => ({ scp: [], rcp: bounds.rcp });
  return [member, { caller: "anybody", before: outside(before), after: outside(after), domainAccount }];
}

function changesOf(ask: Ask, classes: readonly ActionClass[], side: Side): readonly StandingChange[] {
  const byWords = new Map<string, StandingChange>();
  for (const actionClass of classes) {
    const change = changeOf(ask, actionClass, side);
    if (change === undefined) continue;
    const key = JSON.stringify(keyOf(change));
    const known = byWords.get(key);
    byWords.set(key, known === undefined ? change : merged(known, change));
  }
  return [...byWords.values()];
}

function merged(one: StandingChange, other: StandingChange): StandingChange {
  return {
    ...one,
    actions: [...one.actions, ...other.actions],
    newlyAllowed: one.newlyAllowed ?? other.newlyAllowed,
    newlyDenied: one.newlyDenied ?? other.newlyDenied,
    undecided: one.undecided || other.undecided,
  };
}

function changeOf(ask: Ask, actionClass: ActionClass, side: Side): StandingChange | undefined {
  const { caller, domainAccount: account } = side;
  const about: About = { actionClass, account, caller };
  const action = actionClass.representative.name;
  const [before, after] = [allowed(side.before, action), allowed(side.after, action)];
  if (before === after) return undefined;
  const opened = notIn(ask, after, before, about);
  const closed = notIn(ask, before, after, about);
  if (opened.is === "none" && closed.is === "none") return undefined;
  const shown = (found: NotIn): Request | undefined => {
    if (found.is !== "found") return undefined;
    const answer = ask.find(found.of, about);
    return answer.is === "found" ? answer.request : undefined;
  };
  return {
    caller,
    actions: actionClass.actions.map(({ name }) => name),
    ...standings(ask, before, after, about),
    newlyAllowed: shown(opened),
    newlyDenied: shown(closed),
    undecided: opened.is === "open" || closed.is === "open",
  };
}

function standings(
  ask: Ask,
  before: Formula,
  after: Formula,
  about: About,
): Pick<StandingChange, "before" | "after" | "dropped" | "added"> {
  const texts = { before: standingText(ask, before, about), after: standingText(ask, after, about) };
  if (texts.before === "denied" || texts.after === "denied") return { ...texts, dropped: undefined, added: undefined };
  return { ...texts, dropped: without(before, after), added: without(after, before) };
}

/** In words what one formula asks for and the other does not. */
function without(one: Formula, other: Formula): string | undefined {
  const shared = new Set(conjuncts(other));
  const rest = conjuncts(one).filter((each) => !shared.has(each));
  return rest.length === 0 ? undefined : inWords(all(rest));
}

function standingText(ask: Ask, formula: Formula, about: About): string {
  if (ask.has(formula, about) === "none") return "denied";
  return notIn(ask, always, formula, about).is === "none" ? "allowed" : inWords(formula);
}
