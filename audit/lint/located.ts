import type { Patterns, Place } from "../../engine/policy/policy";

/** One entry of an Action or Resource element, or of their negation. */
export interface Located {
  readonly pattern: string;
  /** Undefined in a policy that was not read from text. */
  readonly place: Place | undefined;
}

/** The entries of an element, each where it stands, so that a remark points at the entry and not at its statement. */
export function located({ patterns, places }: Patterns): readonly Located[] {
  return patterns.map((pattern, index) => ({ pattern, place: places?.[index] }));
}
