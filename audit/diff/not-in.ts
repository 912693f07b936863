import { all, not } from "../../engine/symbolic/build";
import { conjuncts } from "../../engine/symbolic/conjuncts";
import type { Formula } from "../../engine/symbolic/formula";
import type { About, Ask } from "../zone/ask";

/** Whether some requests of a set are not in another, and a set that holds such ones; `open`: the engine could not tell. */
export type NotIn = { readonly is: "none" } | { readonly is: "found"; readonly of: Formula } | { readonly is: "open" };

/**
 * Asks for requests of one set that are not in another, part by part: outside an intersection is outside one of the sets it is of. Both sets mostly hold
 * the same guardrails, and the parts that both have in common need not be asked about, which as one question is more than the engine can search.
 */
export function notIn(ask: Ask, one: Formula, other: Formula, about: About): NotIn {
  const shared = new Set(conjuncts(one));
  let isOpen = false;
  for (const part of conjuncts(other).filter((each) => !shared.has(each))) {
    const outside = all([one, not(part)]);
    const answer = ask.has(outside, about);
    if (answer === "found") return { is: "found", of: outside };
    isOpen ||= answer === "open";
  }
  return { is: isOpen ? "open" : "none" };
}
