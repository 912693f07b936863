import { CannotTell } from "./cannot-tell";
import type { Domain } from "./domain";
import type { Formula } from "./formula";
import { all, idOf, not } from "./intern";
import { isEmpty } from "./is-empty";

/** Any resource; every key missing or of any text, or of several. */
const anything: Domain = {
  resources: ["*"],
  keyDomain: () => ({ presence: "sometimes", multivalued: true, values: undefined }),
};

/** More sets than this are compared as they are written alone. */
const mostCompared = 12;

/** Of sets that intersect, those that do not follow from the others whatever a request holds; of two that say the same, the first. */
export function withoutRedundant(parts: readonly Formula[]): readonly Formula[] {
  let left = [...new Map(parts.map((part) => [idOf(part), part])).values()];
  if (left.length > mostCompared) return left;
  for (const part of [...left].reverse()) {
    const others = left.filter((other) => other !== part);
    if (others.length > 0 && follows(part, others)) left = others;
  }
  return left;
}

function follows(part: Formula, others: readonly Formula[]): boolean {
  try {
    return isEmpty(all([...others, not(part)]), anything);
  } catch (error) {
    if (error instanceof CannotTell) return false;
    throw error;
  }
}
