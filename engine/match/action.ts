import type { Patterns } from "../policy/policy";
import { globMatcher, globOf } from "./glob";

/** Whether an action in lower case matches. */
export type ActionMatcher = (action: string) => boolean;

/** Of each Action element, because it is asked about many actions. */
const prepared = new WeakMap<Patterns, ActionMatcher>();

/**
 * Whether an Action or NotAction element applies to an action. Actions are compared without regard to case, `*` and `?` may stand anywhere, and
 * policy variables mean nothing here (IAM User Guide, "IAM JSON policy elements: Action").
 * @param action `service:Operation`, in any case
 */
export function matchesAction(test: Patterns, action: string): boolean {
  return actionMatcher(test)(action.toLowerCase());
}

/** The same, prepared for many actions. */
export function actionMatcher(test: Patterns): ActionMatcher {
  const known = prepared.get(test) ?? prepare(test);
  prepared.set(test, known);
  return known;
}

function prepare({ negated, patterns }: Patterns): ActionMatcher {
  const matchers = patterns.map((pattern) => globMatcher(globOf([{ is: "text", text: pattern.toLowerCase() }])));
  return (action) => matchers.some((matches) => matches(action)) !== negated;
}
