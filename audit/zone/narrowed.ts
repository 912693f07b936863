import { didYouMean } from "../../declaration/problem/nearest";
import { UserError } from "../../declaration/user-error";
import type { Universe } from "../../engine/universe/universe";

/**
 * The universe with the actions that a pattern matches alone.
 * @throws UserError naming the nearest action when there is none
 */
export function narrowed(universe: Universe, pattern: string): Universe {
  const actions = universe.matching(pattern);
  if (actions.length === 0) throw unknownAction(universe, pattern);
  const kept = new Set(actions);
  return {
    ...universe,
    actions,
    find: (name) => {
      const found = universe.find(name);
      return found !== undefined && kept.has(found) ? found : undefined;
    },
    matching: (other) => universe.matching(other).filter((action) => kept.has(action)),
  };
}

function unknownAction({ actions, hasService }: Universe, pattern: string): UserError {
  const [service = ""] = pattern.split(":");
  const candidates = hasService(service)
    ? actions.filter((action) => action.service === service.toLowerCase()).map(({ name }) => name)
    : [...new Set(actions.map((action) => action.service))].map((prefix) => pattern.replace(service, prefix));
  return new UserError(
    `no action of AWS matches ${pattern}${didYouMean(pattern, candidates)}`,
    "Write service:Operation, with * for any part of it.",
  );
}
