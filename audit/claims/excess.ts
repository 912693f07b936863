import type { Policy } from "../../engine/policy/policy";
import type { Request } from "../../engine/request";
import { all, any, deniedBy, not, requests } from "../../engine/symbolic/build";
import type { Domain } from "../../engine/symbolic/domain";
import type { Formula } from "../../engine/symbolic/formula";
import { witness } from "../../engine/symbolic/witness";
import type { ActionFacts, Universe } from "../../engine/universe/universe";
import type { Claim } from "../../policies/claim";
import { claimActions } from "./claim-actions";

/**
 * A request that a policy denies and none of its claims speaks of, one for each action that has any.
 *
 * @param actions those to ask about: one of each class whose members neither the policy nor the claims tell apart
 */
export function excessOf(
  policy: Policy,
  claims: readonly Claim[],
  actions: readonly ActionFacts[],
  domainOf: (action: ActionFacts) => Domain,
  universe: Universe,
): readonly Request[] {
  const claimed = claims.map(({ denied }) => ({
    actions: new Set(claimActions(denied, universe)),
    requests: requests(denied),
  }));
  return actions.flatMap((action) => {
    const spokenOf: Formula[] = claimed.filter((each) => each.actions.has(action)).map((each) => each.requests);
    const beyond = all([deniedBy(policy, action.name), not(any(spokenOf))]);
    const request = witness(beyond, action.name, domainOf(action));
    return request === undefined ? [] : [request];
  });
}
