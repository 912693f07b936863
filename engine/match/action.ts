import type { Patterns } from "../policy/policy";
import { globOf, matchesGlob } from "./glob";

/**
 * Whether an Action or NotAction element applies to an action. Actions are compared without regard to case, `*` and `?` may stand anywhere, and
 * policy variables mean nothing here (IAM User Guide, "IAM JSON policy elements: Action").
 * @param action `service:Operation`, in any case
 */
export function matchesAction(test: Patterns, action: string): boolean {
  const wanted = action.toLowerCase();
  return test.patterns.some((pattern) => matchesActionPattern(pattern, wanted)) !== test.negated;
}

/** @param action in lower case */
export function matchesActionPattern(pattern: string, action: string): boolean {
  return pattern === "*" || matchesGlob(globOf([{ is: "text", text: pattern.toLowerCase() }]), action);
}
