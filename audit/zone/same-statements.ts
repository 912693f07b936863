import type { Policy, Statement } from "../../engine/policy/policy";

/**
 * Whether two sets of policies say the same by their words alone: the same actions under the same effect, resources and conditions. What says yes here
 * is equivalent, for statements that differ in their actions only deny the union of what each denies; what says no may be all the same.
 */
export function haveSameStatements(some: readonly Policy[], others: readonly Policy[]): boolean {
  return normalForm(some) === normalForm(others);
}

function normalForm(policies: readonly Policy[]): string {
  const actions = new Map<string, Set<string>>();
  for (const { version, statements } of policies) {
    for (const statement of statements) {
      const body = bodyOf(statement, version);
      const known = actions.get(body) ?? new Set();
      actions.set(body, known);
      if (!statement.action.negated) for (const pattern of statement.action.patterns) known.add(pattern.toLowerCase());
    }
  }
  return JSON.stringify([...actions].map(([body, patterns]) => [body, [...patterns].sort()]).sort());
}

/** A NotAction is part of the body: two of them do not add up. */
function bodyOf({ effect, action, resource, conditions }: Statement, version: Policy["version"]): string {
  const tests = conditions.map(({ qualifier = "", operator, ifExists, key, values }) =>
    JSON.stringify([qualifier, operator, ifExists, key.toLowerCase(), [...values].sort()]),
  );
  const but = action.negated ? action.patterns.map((pattern) => pattern.toLowerCase()).sort() : undefined;
  return JSON.stringify([version, effect, resource.negated, [...resource.patterns].sort(), tests.sort(), but]);
}
