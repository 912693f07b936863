import type { ActionFacts } from "./universe";

/**
 * Finds the actions that a pattern of an Action element matches: `*` stands for any text, `?` for one character, and case does not matter
 * (IAM User Guide, "IAM JSON policy elements: Action").
 * Actions are looked up by their service, so that a pattern costs what its service has and not what all have.
 */
export function actionMatcher(actions: readonly ActionFacts[]): (pattern: string) => readonly ActionFacts[] {
  const byService = new Map<string, ActionFacts[]>();
  for (const action of actions) {
    const siblings = byService.get(action.service);
    if (siblings) siblings.push(action);
    else byService.set(action.service, [action]);
  }
  const found = new Map<string, readonly ActionFacts[]>();
  return (pattern) => {
    const lower = pattern.toLowerCase();
    const known = found.get(lower) ?? find(lower, actions, byService);
    found.set(lower, known);
    return known;
  };
}

function find(
  pattern: string,
  actions: readonly ActionFacts[],
  byService: ReadonlyMap<string, readonly ActionFacts[]>,
): readonly ActionFacts[] {
  if (/^\*+$/.test(pattern)) return actions;
  const colon = pattern.indexOf(":");
  const service = pattern.slice(0, Math.max(colon, 0));
  const candidates = colon !== -1 && !/[*?]/.test(service) ? (byService.get(service) ?? []) : actions;
  const expression = wildcards(pattern);
  return candidates.filter(({ name }) => expression.test(name.toLowerCase()));
}

/** A pattern in which `*` stands for any text and `?` for one character. */
function wildcards(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, "s");
}
