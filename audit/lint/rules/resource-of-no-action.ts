import type { ActionFacts } from "../../../engine/universe/universe";
import { located, type Located } from "../located";
import { overlap } from "../overlap";
import { type Remark, statementRule } from "../rule";
import { few } from "../words";

/**
 * A resource that no action of the statement acts on, or an action that acts on none of its resources: of the two lists one entry does nothing.
 * The resource of a request without a resource type is `*`, which only the pattern `*` matches (Service Authorization Reference, "Resource
 * types"; IAM User Guide, "IAM JSON policy elements: Resource").
 */
export const resourceOfNoAction = statementRule(
  "resource-of-no-action",
  "warning",
  ({ subject: { universe }, statement }) => {
    const { action, resource } = statement;
    if (action.negated || resource.negated || resource.patterns.some(isEverything)) return [];
    const acts = located(action).map((each) => ({ ...each, actions: universe.matching(each.pattern) }));
    const actions = acts.flatMap((each) => each.actions);
    if (actions.length === 0) return [];
    const idle = located(resource).filter(({ pattern }) => !actions.some((each) => actsOn(each, pattern)));
    const without = acts.filter(
      (each) =>
        each.actions.length > 0 &&
        !each.actions.some((one) => resource.patterns.some((pattern) => actsOn(one, pattern))),
    );
    if (idle.length === resource.patterns.length) return [noneOfAll(actions)];
    return [
      ...idle.map(({ pattern, place }) => ({
        message: `no action of the statement acts on ${pattern}`,
        remedy: "Correct the ARN, or move it to a statement whose actions act on it.",
        place,
      })),
      ...(without.length === 0 ? [] : [ofNone(without)]),
    ];
  },
);

function noneOfAll(actions: readonly ActionFacts[]): Remark {
  const resources = [...new Set(actions.flatMap((action) => action.resources))];
  return {
    message: `the statement's actions act on ${few(resources)}, and on nothing that its Resource names`,
    remedy: "Correct the ARNs of Resource.",
  };
}

function ofNone(without: readonly Located[]): Remark {
  return {
    place: without[0]?.place,
    message: `${few(without.map(({ pattern }) => pattern))} acts on nothing that the statement's Resource names`,
    remedy: 'Move the action to a statement with the resources it acts on, or with "*" when it has none.',
  };
}

const isEverything = (pattern: string): boolean => /^\*+$/.test(pattern);

function actsOn({ resources }: ActionFacts, pattern: string): boolean {
  return resources.some((resource) => !isEverything(resource) && overlap(resource, pattern));
}
