import type { Bounds } from "../../engine/bounds";
import type { Request } from "../../engine/request";
import { all, allowed, deniedBy, not, requests } from "../../engine/symbolic/build";
import { CannotTell } from "../../engine/symbolic/cannot-tell";
import type { Formula } from "../../engine/symbolic/formula";
import { witness } from "../../engine/symbolic/witness";
import type { ActionClass } from "../../engine/universe/action-classes";
import { type Caller, type DomainAccount, requestDomain } from "../../engine/universe/request-domain";
import type { Policy } from "../../engine/policy/policy";
import type { Claim } from "../../policies/claim";
import { boundsOfCaller } from "../claims/prove";

/** A question that the engine could not decide is an answer too. */
export type Answer =
  | { readonly is: "none" }
  | { readonly is: "found"; readonly request: Request }
  | { readonly is: "open"; readonly because: string };

const none: Answer = { is: "none" };

/** Asks for a request of a set, the same question once. */
export type Ask = (formula: Formula, actionClass: ActionClass, account: DomainAccount, caller: Caller) => Answer;

/** Any account of the partition: what holds of all its requests holds of those of each account. */
export function anyAccount(partition: string, organizationId: string | undefined): DomainAccount {
  return { id: "????????????", partition, organizationId };
}

export function asker(): Ask {
  const known = new WeakMap<object, WeakMap<Formula, Answer>>();
  return (formula, { representative }, account, caller) => {
    if (formula.is === "false") return none;
    const domain = requestDomain(representative, account, caller);
    const answers = known.get(domain) ?? new WeakMap<Formula, Answer>();
    known.set(domain, answers);
    const answer = answers.get(formula) ?? answerOf(() => witness(formula, representative.name, domain));
    answers.set(formula, answer);
    // The same set of requests of another action: only the action's name differs.
    return answer.is === "found" ? { ...answer, request: { ...answer.request, action: representative.name } } : answer;
  };
}

function answerOf(find: () => Request | undefined): Answer {
  try {
    const request = find();
    return request === undefined ? none : { is: "found", request };
  } catch (error) {
    if (error instanceof CannotTell) return { is: "open", because: error.because };
    throw error;
  }
}

/** The classes of a claim whose requests its own guardrail does not all deny, wherever it binds: only these need to be asked about on a path. */
export function leftOpen(
  ask: Ask,
  policy: Policy,
  { denied }: Claim,
  classes: readonly ActionClass[],
  account: DomainAccount,
): readonly ActionClass[] {
  const fitting = requests(denied);
  return classes.filter((each) => {
    const escaping = all([fitting, not(deniedBy(policy, each.representative.name))]);
    return ask(escaping, each, account, denied.caller ?? "member").is !== "none";
  });
}

/** A request that fits a claim and that the bounds of an account allow; classes are asked about in order. */
export function refutation(
  ask: Ask,
  { denied }: Claim,
  classes: readonly ActionClass[],
  bounds: Bounds,
  account: DomainAccount,
): Answer {
  const fitting = requests(denied);
  const binding = boundsOfCaller(denied, bounds);
  let open: Answer = none;
  for (const each of classes) {
    const escaping = all([allowed(binding, each.representative.name), fitting]);
    const answer = ask(escaping, each, account, denied.caller ?? "member");
    if (answer.is === "found") return answer;
    if (answer.is === "open") open = answer;
  }
  return open;
}

/** Whether any request fits a claim at all. */
export function fits(ask: Ask, { denied }: Claim, classes: readonly ActionClass[], account: DomainAccount): boolean {
  const fitting = requests(denied);
  return classes.some((each) => ask(fitting, each, account, denied.caller ?? "member").is !== "none");
}
