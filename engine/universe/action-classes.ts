import type { ActionFacts, Universe } from "./universe";

/** What a statement or a claim asks of an action. */
export interface ActionTest {
  /** Patterns of an Action or NotAction element. */
  readonly patterns: readonly string[];
  /** NotAction: the test is about all other actions. */
  readonly negated: boolean;
  /** Whether it tells resources apart too, so that what the action can act on matters. */
  readonly resources: boolean;
}

/** Actions that no test tells apart: what is found out about one holds for all of them. */
export interface ActionClass {
  readonly id: number;
  readonly representative: ActionFacts;
  readonly actions: readonly ActionFacts[];
}

export interface ActionClasses {
  readonly classes: readonly ActionClass[];
  /** @throws Error when the action is not of the universe */
  readonly classOf: (action: ActionFacts) => ActionClass;
  /** Classes with an action that one of the patterns matches; all of its actions match when the pattern was one of the tests'. */
  readonly matching: (patterns: readonly string[]) => readonly ActionClass[];
}

/**
 * Divides the universe into classes by refinement: every pattern splits each class into what it matches and what it does not, so that the
 * cost is the number of matches and not patterns × actions. Actions that a test with `resources` matches are then told apart by their
 * resource patterns.
 */
export function actionClasses(universe: Universe, tests: readonly ActionTest[]): ActionClasses {
  const { actions } = universe;
  const indexOf = new Map(actions.map((action, index) => [action, index]));
  const partition = new Int32Array(actions.length);
  let used = 1;
  const split = (members: readonly ActionFacts[], by: (action: ActionFacts) => number): void => {
    const parts = new Map<number, Map<number, number>>();
    for (const action of members) {
      const index = indexOf.get(action) ?? 0;
      const part = partition[index] ?? 0;
      let known = parts.get(part);
      if (known === undefined) parts.set(part, (known = new Map()));
      const value = by(action);
      let to = known.get(value);
      if (to === undefined) known.set(value, (to = used++));
      partition[index] = to;
    }
  };
  const patterns = new Set(tests.flatMap((test) => test.patterns.map((pattern) => pattern.toLowerCase())));
  for (const pattern of patterns) {
    const members = universe.matching(pattern);
    if (members.length < actions.length) split(members, () => 0);
  }
  split(acted(universe, tests), numberOfResources());
  return classesOf(universe, (action) => partition[indexOf.get(action) ?? 0] ?? 0);
}

/** A number that actions share which act on the same. */
function numberOfResources(): (action: ActionFacts) => number {
  const byText = new Map<string, number>();
  const byList = new Map<readonly string[], number>();
  return ({ resources }) => {
    const known = byList.get(resources);
    if (known !== undefined) return known;
    const text = resources.join(" ");
    const number = byText.get(text) ?? byText.size;
    byText.set(text, number);
    byList.set(resources, number);
    return number;
  };
}

/** The actions whose resources matter. */
function acted(universe: Universe, tests: readonly ActionTest[]): readonly ActionFacts[] {
  const looking = tests.filter(({ resources }) => resources);
  const matched = (patterns: readonly string[]): Set<ActionFacts> =>
    new Set(patterns.flatMap((pattern) => universe.matching(pattern)));
  const found = matched([...new Set(looking.filter(({ negated }) => !negated).flatMap(({ patterns }) => patterns))]);
  for (const { patterns } of looking.filter(({ negated }) => negated)) {
    if (found.size === universe.actions.length) break;
    const but = matched(patterns);
    for (const action of universe.actions) if (!but.has(action)) found.add(action);
  }
  return [...found];
}

function classesOf(universe: Universe, partOf: (action: ActionFacts) => number): ActionClasses {
  const members = new Map<number, ActionFacts[]>();
  for (const action of universe.actions) {
    const part = partOf(action);
    const siblings = members.get(part);
    if (siblings) siblings.push(action);
    else members.set(part, [action]);
  }
  const byPart = new Map<number, ActionClass>();
  for (const [part, actions] of members) {
    const [representative] = actions;
    if (representative) byPart.set(part, { id: byPart.size, representative, actions });
  }
  const classOf = (action: ActionFacts): ActionClass => {
    const found = byPart.get(partOf(action));
    if (!found) throw new Error(`${action.name} is not an action of the universe`);
    return found;
  };
  const found = new Map<string, readonly ActionClass[]>();
  const matchingOne = (pattern: string): readonly ActionClass[] => {
    const known = found.get(pattern) ?? [...new Set(universe.matching(pattern).map(classOf))];
    found.set(pattern, known);
    return known;
  };
  return {
    classes: [...byPart.values()],
    classOf,
    matching: (patterns) => [...new Set(patterns.flatMap(matchingOne))],
  };
}
