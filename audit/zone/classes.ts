import { rcpServices } from "../../engine/organizations/rcp-services";
import type { Policy } from "../../engine/policy/policy";
import { type ActionClasses, actionClasses, type ActionTest } from "../../engine/universe/action-classes";
import type { Universe } from "../../engine/universe/universe";
import type { Claim } from "../../policies/claim";

/** Classes of actions that none of the policies and claims tells apart, and of which resource control policies bind all or none. */
export function classesFor(universe: Universe, policies: readonly Policy[], claims: readonly Claim[]): ActionClasses {
  const tests = [...policies.flatMap(testsOfPolicy), ...claims.flatMap(testsOfClaim)];
  return actionClasses(universe, [...tests, boundByRcp]);
}

const boundByRcp: ActionTest = {
  patterns: rcpServices.map((prefix) => `${prefix}:*`),
  negated: false,
  resources: false,
};

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
