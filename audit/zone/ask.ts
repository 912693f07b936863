import type { Request } from "../../engine/request";
import { CannotTell } from "../../engine/symbolic/cannot-tell";
import type { Domain } from "../../engine/symbolic/domain";
import type { Formula } from "../../engine/symbolic/formula";
import { isEmpty } from "../../engine/symbolic/is-empty";
import { witness } from "../../engine/symbolic/witness";
import type { ActionClass } from "../../engine/universe/action-classes";
import { type Caller, type DomainAccount, requestDomain } from "../../engine/universe/request-domain";

/** A question that the engine could not decide is an answer too. */
export type Answer =
  | { readonly is: "none" }
  | { readonly is: "found"; readonly request: Request }
  | { readonly is: "open"; readonly because: string };

export const none: Answer = { is: "none" };

/** Of which requests a question is asked: those of a class of actions, an account and a caller. */
export interface About {
  readonly actionClass: ActionClass;
  readonly account: DomainAccount;
  readonly caller: Caller;
}

export interface Ask {
  /** Whether a set has a request, or `open`. The same question is asked once, whatever the action where no resource matters. */
  readonly has: (formula: Formula, about: About) => "none" | "found" | "open";
  /** A request of the set. */
  readonly find: (formula: Formula, about: About) => Answer;
}

export function asker(): Ask {
  const known = new WeakMap<object, WeakMap<Formula, Answer["is"]>>();
  const looks = new WeakMap<Formula, boolean>();
  return {
    has: (formula, about) => {
      if (formula.is === "false") return "none";
      if (formula.is === "true") return "found";
      const domain = domainOf(about);
      const asked = looksAtResource(formula, looks) ? domain : domain.keyDomain;
      const answers = known.get(asked) ?? new WeakMap<Formula, Answer["is"]>();
      known.set(asked, answers);
      const answer = answers.get(formula) ?? has(formula, domain);
      answers.set(formula, answer);
      return answer;
    },
    find,
  };
}

function domainOf({ actionClass, account, caller }: About): Domain {
  return requestDomain(actionClass.representative, account, caller);
}

function find(formula: Formula, about: About): Answer {
  if (formula.is === "false") return none;
  try {
    const request = witness(formula, about.actionClass.representative.name, domainOf(about));
    return request === undefined ? none : { is: "found", request };
  } catch (error) {
    if (error instanceof CannotTell) return { is: "open", because: error.because };
    throw error;
  }
}

function has(formula: Formula, domain: Domain): Answer["is"] {
  try {
    return isEmpty(formula, domain) ? "none" : "found";
  } catch (error) {
    if (error instanceof CannotTell) return "open";
    throw error;
  }
}

function looksAtResource(formula: Formula, known: WeakMap<Formula, boolean>): boolean {
  const before = known.get(formula);
  if (before !== undefined) return before;
  const looks = partsOf(formula).some((part) => looksAtResource(part, known));
  const answer = formula.is === "atom" ? formula.atom.is === "resource" : looks;
  known.set(formula, answer);
  return answer;
}

function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.is) {
    case "true":
    case "false":
    case "atom":
      return [];
    case "not":
      return [formula.of];
    case "all":
    case "any":
      return formula.of;
  }
}
