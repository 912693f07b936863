import type { ConditionTest, Statement } from "../../engine/policy/policy";
import { type LintSubject, type StatementOf, statementsOf } from "./subject";

const negated: readonly ConditionTest["operator"][] = [
  "ArnNotEquals",
  "ArnNotLike",
  "StringNotEquals",
  "StringNotEqualsIgnoreCase",
  "StringNotLike",
];

/** Patterns of the ARNs of principals that a Deny statement lets through by name; those with a policy variable are left out. */
export function exemptionsOf({ effect, conditions }: Statement): readonly string[] {
  if (effect !== "Deny") return [];
  return conditions
    .filter(({ key, operator }) => key.toLowerCase() === "aws:principalarn" && negated.includes(operator))
    .flatMap(({ values }) => values.filter((value) => !value.includes("${")));
}

/** A principal that is let through, and by which statements: one mistake is often made in many. */
export interface Exemption {
  readonly pattern: string;
  readonly by: readonly [StatementOf, ...StatementOf[]];
}

export function exemptions(subject: LintSubject): readonly Exemption[] {
  const found = new Map<string, [StatementOf, ...StatementOf[]]>();
  for (const of of statementsOf(subject)) {
    for (const pattern of new Set(exemptionsOf(of.statement))) {
      const by = found.get(pattern);
      if (by === undefined) found.set(pattern, [of]);
      else by.push(of);
    }
  }
  return [...found].map(([pattern, by]) => ({ pattern, by }));
}

/** Names of the guardrails that let it through. */
export function guardrailsOf({ by }: Exemption): readonly string[] {
  return [...new Set(by.map(({ policy }) => policy.name))];
}

/** Name of the role with its path; undefined: the pattern is of no role, or of any principal. */
export function roleNameIn(pattern: string): string | undefined {
  return /:role\/(.+)$/.exec(pattern)?.[1];
}

/**
 * Whether the role is one that only AWS makes: below the paths of service-linked roles and of Identity Center, or with a colon in its name, as
 * that of the role EC2 works with has it (IAM User Guide, "IAM identifiers"; "AWS global condition context keys", aws:Ec2InstanceSourceVpc).
 */
export function isMadeByAws(role: string): boolean {
  return /^aws-(reserved|service-role)\//.test(role) || role.includes(":");
}
