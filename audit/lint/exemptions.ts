import type { ConditionTest, Statement } from "../../engine/policy/policy";

/** A principal that a Deny statement lets through. */
export interface Exemption {
  /** Pattern of the principal's ARN. */
  readonly pattern: string;
  readonly test: ConditionTest;
}

const negated: readonly ConditionTest["operator"][] = [
  "ArnNotEquals",
  "ArnNotLike",
  "StringNotEquals",
  "StringNotEqualsIgnoreCase",
  "StringNotLike",
];

/** The principals that a Deny statement lets through by name; those with a policy variable are left out. */
export function exemptionsOf({ effect, conditions }: Statement): readonly Exemption[] {
  if (effect !== "Deny") return [];
  return conditions
    .filter(({ key, operator }) => key.toLowerCase() === "aws:principalarn" && negated.includes(operator))
    .flatMap((test) => test.values.filter((value) => !value.includes("${")).map((pattern) => ({ pattern, test })));
}
