import type { Bounds, Level, PolicyPath } from "../../../engine/bounds";
import { matchesAction } from "../../../engine/match/action";
import { variablesOf } from "../../../engine/match/template";
import type { Statement } from "../../../engine/policy/policy";

/** Only the statements that speak of an action; levels and policies stay. */
export function aboutAction(bounds: Bounds, action: string): Bounds {
  const level = (each: Level): Level => ({
    ...each,
    policies: each.policies.map(({ id, policy }) => ({
      id,
      policy: { ...policy, statements: policy.statements.filter((one) => matchesAction(one.action, action)) },
    })),
  });
  return { scp: bounds.scp.map(level), rcp: bounds.rcp.map(level) };
}

/** Whether every request with the bounds' action is allowed: nothing denies it and each level allows it without a condition. */
export function allowsAlways({ scp, rcp }: Bounds): boolean {
  const denies = statementsOf([...scp, ...rcp]).some(({ effect }) => effect === "Deny");
  return !denies && scp.every((level) => statementsOf([level]).some(isUnconditional));
}

/** Condition keys and policy variables the statements look at. */
export function keysOf({ scp, rcp }: Bounds): readonly string[] {
  return [...scp, ...rcp].flatMap(({ policies }) =>
    policies.flatMap(({ policy }) =>
      policy.statements.flatMap(({ conditions, resource }) => [
        ...conditions.flatMap(({ key, values }) => [key, ...variables(values, policy.version)]),
        ...variables(resource.patterns, policy.version),
      ]),
    ),
  );
}

function variables(texts: readonly string[], version: Parameters<typeof variablesOf>[1]): readonly string[] {
  return texts.flatMap((text) => (text.includes("${") ? [...variablesOf(text, version)] : []));
}

function statementsOf(levels: PolicyPath): readonly Statement[] {
  return levels.flatMap(({ policies }) => policies.flatMap(({ policy }) => policy.statements));
}

function isUnconditional({ effect, resource, conditions }: Statement): boolean {
  return effect === "Allow" && conditions.length === 0 && !resource.negated && resource.patterns.includes("*");
}
