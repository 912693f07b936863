import { keyFacts } from "../../../engine/universe/key-domains";
import type { ActionFacts } from "../../../engine/universe/universe";
import { statementRule } from "../rule";
import { few } from "../words";

/**
 * A service's key, or one of tags of resources and requests, that the reference does not list for an action of the statement: the condition
 * does not do for that action what it seems to do (Service Authorization Reference, "Actions defined by" each service, "Condition keys").
 */
export const keyNotCarried = statementRule("key-not-carried", "warning", ({ subject: { universe }, statement }) => {
  if (statement.action.negated) return [];
  return statement.conditions.flatMap(({ key, operator, place }) => {
    const facts = keyFacts(key);
    if (facts === undefined || operator === "Null" || !isListedByAction(facts)) return [];
    const without = statement.action.patterns.filter((pattern) => {
      const matched = universe.matching(pattern);
      return matched.length > 0 && !matched.some((action) => carries(action, facts.key));
    });
    if (without.length === 0) return [];
    return [
      {
        message: `requests for ${few(without)} never carry ${key}`,
        remedy: "Use a key that the action carries, or move the action to a statement without the condition.",
        place,
      },
    ];
  });
});

const tagKeys = ["aws:RequestTag/*", "aws:ResourceTag/*", "aws:TagKeys"];

function isListedByAction({ key, services }: { key: string; services: readonly string[] | undefined }): boolean {
  return services !== undefined || tagKeys.includes(key);
}

function carries({ conditionKeys }: ActionFacts, key: string): boolean {
  return conditionKeys.some((carried) => carried.toLowerCase() === key.toLowerCase());
}
