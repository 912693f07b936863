import { nearestService } from "../../../engine/universe/nearest-action";
import { located } from "../located";
import { statementRule } from "../rule";
import { meant } from "../words";

/** An action of a service that does not exist is never asked for (Service Authorization Reference). */
export const unknownService = statementRule("unknown-service", "warning", ({ subject: { universe }, statement }) =>
  located(statement.action)
    .map(({ pattern, place }) => ({ pattern, place, prefix: pattern.split(":", 1)[0] ?? "" }))
    .filter(({ pattern, prefix }) => pattern.includes(":") && !/[*?]/.test(prefix) && !universe.hasService(prefix))
    .map(({ pattern, place, prefix }) => ({
      message: `${pattern}: AWS has no service with the prefix ${prefix}${meant(nearestService(universe, prefix.toLowerCase()))}`,
      remedy: "Write the prefix that the Service Authorization Reference gives the service.",
      place,
    })),
);
