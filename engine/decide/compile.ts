import type { Bounds, Level } from "../bounds";
import { type ActionMatcher, actionMatcher } from "../match/action";
import type { Context } from "../match/context";

import type { Policy } from "../policy/policy";
import type { Request } from "../request";
import { type CompiledStatement, compileStatement, fits } from "./compile-statement";
import { rcpLevels } from "./decide";
import type { Verdict } from "./decision";
import { isServiceLinkedRole } from "./exempt";
import { keySlots, type Values } from "./key-slots";

/** What can apply to one action. */
interface Plan {
  readonly denies: readonly CompiledStatement[];
  /** Some Deny applies whatever the rest of the request. */
  readonly alwaysDenied: boolean;
  /** The Allows of each level that does not allow whatever the rest of the request. */
  readonly allows: readonly (readonly CompiledStatement[])[];
}

interface CompiledPolicyStatement {
  readonly matchesAction: ActionMatcher;
  readonly statement: CompiledStatement;
}

/** More actions than AWS has, so that a stream of made-up names cannot fill the memory. */
const mostPlans = 50_000;

/**
 * Prepares bounds for many decisions: says the same as `decide`, faster. The statements that can apply are found once for each spelling of an action,
 * patterns and values are prepared once, and a decision allocates nothing of its own.
 */
export function compileBounds(bounds: Bounds): (request: Request) => Verdict {
  const slots = keySlots();
  const principalArn = slots.slotOf("aws:PrincipalArn");
  const policies = new Map<Policy, readonly CompiledPolicyStatement[]>();
  for (const { policies: attached } of [...bounds.scp, ...bounds.rcp]) {
    for (const { policy } of attached) {
      if (!policies.has(policy)) policies.set(policy, compilePolicy(policy, slots.slotOf));
    }
  }

  const statementsFor = (level: Level, action: string): readonly CompiledStatement[] =>
    level.policies.flatMap(({ policy }) =>
      (policies.get(policy) ?? []).flatMap(({ matchesAction, statement }) =>
        matchesAction(action) ? [statement] : [],
      ),
    );

  const planFor = (action: string): Plan => {
    const scp = bounds.scp.map((level) => statementsFor(level, action));
    const rcp = rcpLevels(bounds, action).flatMap((level) => statementsFor(level, action));
    const denies = [...scp.flat(), ...rcp].filter(({ effect }) => effect === "Deny");
    const allows = scp.map((level) => level.filter(({ effect }) => effect === "Allow"));
    return {
      denies,
      alwaysDenied: denies.some(({ always }) => always),
      allows: allows.filter((level) => !level.some(({ always }) => always)),
    };
  };

  const plans = new Map<string, Plan>();
  return (request) => {
    const { action, resource, principal, context } = request;
    let plan = plans.get(action);
    if (plan === undefined) {
      plan = planFor(action.toLowerCase());
      if (plans.size < mostPlans) plans.set(action, plan);
    }
    const values = slots.read(context);
    const arn = values[principalArn];
    if (isServiceLinkedRole(principal) || isServiceLinkedRole(typeof arn === "object" ? arn[0] : arn)) return "allowed";
    if (plan.alwaysDenied || anyFits(plan.denies, resource, values, context)) return "explicit-deny";
    for (const level of plan.allows) if (!anyFits(level, resource, values, context)) return "implicit-deny";
    return "allowed";
  };
}

function compilePolicy(policy: Policy, slotOf: (key: string) => number): readonly CompiledPolicyStatement[] {
  return policy.statements.map((statement) => ({
    matchesAction: actionMatcher(statement.action),
    statement: compileStatement(statement, policy.version, slotOf),
  }));
}

function anyFits(
  statements: readonly CompiledStatement[],
  resource: string,
  values: Values,
  context: Context,
): boolean {
  for (const statement of statements) if (fits(statement, resource, values, context)) return true;
  return false;
}
