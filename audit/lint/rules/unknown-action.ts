import { nearestAction } from "../../../engine/universe/nearest-action";
import { located } from "../located";
import { statementRule } from "../rule";
import { meant } from "../words";

/** A pattern that no action matches says nothing (Service Authorization Reference). */
export const unknownAction = statementRule("unknown-action", "warning", ({ subject: { universe }, statement }) =>
  located(statement.action)
    .filter(({ pattern }) => {
      const [prefix = ""] = pattern.split(":", 1);
      return (universe.hasService(prefix) || /[*?]/.test(prefix)) && universe.matching(pattern).length === 0;
    })
    .map(({ pattern, place }) => ({
      message: `no action of AWS matches ${pattern}${meant(nearestAction(universe, pattern))}`,
      remedy: "Correct the action, or take it out of the statement.",
      place,
    })),
);
