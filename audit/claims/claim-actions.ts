import type { ActionFacts, Universe } from "../../engine/universe/universe";
import type { RequestSet } from "../../policies/claim";

/** The actions a claim is about: what its patterns match in the universe, but for its exceptions. */
export function claimActions(
  { actions, butActions = [] }: Pick<RequestSet, "actions" | "butActions">,
  universe: Universe,
): readonly ActionFacts[] {
  const but = new Set(butActions.flatMap((pattern) => universe.matching(pattern)));
  return [...new Set(actions.flatMap((pattern) => universe.matching(pattern)))].filter((action) => !but.has(action));
}
