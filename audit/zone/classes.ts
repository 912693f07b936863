import type { Policy } from "../../engine/policy/policy";
import { type ActionClasses, actionClasses, type ActionTest } from "../../engine/universe/action-classes";
import type { Universe } from "../../engine/universe/universe";
import type { Claim } from "../../policies/claim";

/** Classes of actions that none of the policies and claims tells apart. */
export function classesFor(universe: Universe, policies: readonly Policy[], claims: readonly Claim[]): ActionClasses {
  return actionClasses(universe, [...policies.flatMap(testsOfPolicy), ...claims.flatMap(testsOfClaim)]);
}

function testsOfPolicy({ statements }: Policy): readonly ActionTest[] {
  return statements.map(({ action, resource }) => ({
    patterns: action.patterns,
    negated: action.negated,
    resources: resource.negated || !resource.patterns.includes("*"),
  }));
}

function testsOfClaim({ denied: { actions, butActions = [], resources, butResources } }: Claim): readonly ActionTest[] {
  return [
    { patterns: actions, negated: false, resources: resources !== undefined || butResources !== undefined },
    { patterns: butActions, negated: false, resources: false },
  ];
}
