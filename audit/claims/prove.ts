import type { Bounds } from "../../engine/bounds";
import { decide } from "../../engine/decide/decide";
import type { Request } from "../../engine/request";
import { all, allowed, requests } from "../../engine/symbolic/build";
import type { Domain } from "../../engine/symbolic/domain";
import { witness } from "../../engine/symbolic/witness";
import type { ActionFacts } from "../../engine/universe/universe";
import type { PolicyType } from "../../policies/attached";
import type { Claim, RequestSet } from "../../policies/claim";

/** What came of a claim in one account. */
export type Proof =
  | { readonly outcome: "proved" }
  /** `request` fits the claim and is allowed; `decide` confirmed it. */
  | { readonly outcome: "refuted"; readonly request: Request }
  /** No request fits the claim: it says nothing. */
  | { readonly outcome: "vacuous" };

/** The requests of an account that a claim is asked about. */
export interface Subject {
  readonly bounds: Bounds;
  readonly domainOf: (action: ActionFacts) => Domain;
}

/**
 * Whether a claim holds: of all requests that fit it, `bounds` allows none.
 *
 * @param actions the actions of the claim, or one of each class whose members nothing in `bounds` or the claim tells apart
 * @throws Error when a witness is not what the concrete engine says it is: a bug of the symbolic one
 */
export function proveClaim({ denied }: Claim, actions: readonly ActionFacts[], subject: Subject): Proof {
  const fitting = requests(denied);
  const bounds = boundsOfCaller(denied, subject.bounds);
  let vacuous = true;
  for (const action of actions) {
    const domain = subject.domainOf(action);
    const request = witness(all([allowed(bounds, action.name), fitting]), action.name, domain);
    if (request !== undefined) {
      confirm(bounds, request);
      return { outcome: "refuted", request };
    }
    vacuous &&= witness(fitting, action.name, domain) === undefined;
  }
  return { outcome: vacuous ? "vacuous" : "proved" };
}

/**
 * What surely binds the requests of a caller. A caller from anywhere may be bound by no service control policy at all; the resource of a member's
 * request may be of an account that no resource control policy of the member's own binds.
 */
export function boundsOfCaller({ caller = "member" }: Pick<RequestSet, "caller">, { scp, rcp }: Bounds): Bounds {
  return caller === "anybody" ? { scp: [], rcp } : { scp, rcp: [] };
}

/** Whether policies of a type bind every request of a caller. */
export function bindsCaller(type: PolicyType, { caller = "member" }: Pick<RequestSet, "caller">): boolean {
  return type === (caller === "anybody" ? "RESOURCE_CONTROL_POLICY" : "SERVICE_CONTROL_POLICY");
}

function confirm(bounds: Bounds, request: Request): void {
  const { verdict } = decide(bounds, request);
  if (verdict !== "allowed") throw new Error(`the witness ${JSON.stringify(request)} is not allowed but ${verdict}`);
}
