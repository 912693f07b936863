import type { PolicyStatement } from "../../stack/policy-document";

/** Statements of a policy as it stands in Terraform JSON. */
export function statementsOf(policy: unknown): readonly PolicyStatement[] {
  const { Statement }: { Statement: PolicyStatement[] } = JSON.parse(String(policy));
  return Statement;
}

export function asList(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

/** The statements that name an action, `*` and prefixes included. */
export function allowing(statements: readonly PolicyStatement[], action: string): readonly PolicyStatement[] {
  const matches = (pattern: string): boolean =>
    pattern.endsWith("*") ? action.startsWith(pattern.slice(0, -1)) : pattern === action;
  return statements.filter(({ Effect, Action }) => Effect === "Allow" && asList(Action).some(matches));
}
