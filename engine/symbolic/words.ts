import { withoutRedundant } from "./redundant";
import type { Formula } from "./formula";
import { conjuncts } from "./conjuncts";
import { not } from "./intern";
import { phraseOf } from "./phrase";

/** A part of a set that every request of it meets: one of `unless` does not hold, or one of `when` does. */
interface Clause {
  readonly unless: readonly Formula[];
  readonly when: readonly Formula[];
}

const known = new WeakMap<Formula, string>();

/**
 * What must be so for a request to be in the set: "always", "never", or sentences such as "only when aws:RequestedRegion is eu-west-1", "unless the
 * resource is like … and aws:SecureTransport is false", joined by semicolons. What follows from the rest is left out.
 */
export function inWords(formula: Formula): string {
  if (formula.is === "true") return "always";
  if (formula.is === "false") return "never";
  const said = known.get(formula) ?? withoutRedundant(conjuncts(formula)).map(sentence).join("; and ");
  known.set(formula, said);
  return said;
}

function sentence(part: Formula): string {
  const { unless, when } = clauseOf(part);
  const scope = unless.map((each) => phraseOf(each)).join(" and ");
  if (when.length === 0) return `unless ${scope}`;
  const needed = `only when ${when.map((each) => phraseOf(each)).join(" or ")}`;
  return unless.length === 0 ? needed : `if ${scope}, ${needed}`;
}

function clauseOf(part: Formula): Clause {
  const parts = alternativesOf(part);
  return {
    unless: parts.flatMap((each) => (each.is === "not" ? [each.of] : [])),
    when: parts.filter((each) => each.is !== "not"),
  };
}

function alternativesOf(part: Formula): readonly Formula[] {
  if (part.is === "any") return part.of.flatMap(alternativesOf);
  if (part.is === "not" && part.of.is === "all") return part.of.of.map(not).flatMap(alternativesOf);
  return [part];
}
