import { didYouMean } from "../../declaration/problem/nearest";
import { refuse } from "./refuse";
import type { ServiceDefinition } from "../service-definition";
import { usesByFunction } from "../uses/uses-of";

/** What the types of `defineService` cannot say, or were told not to. @throws UserError with every function that publishes what its service does not */
export function checkPublishes(definition: ServiceDefinition): void {
  const publishes = definition.events?.publishes ?? [];
  const problems = usesByFunction(definition).flatMap(([name, uses]) =>
    uses.flatMap(({ kind, actions }) => {
      if (kind !== "bus") return [];
      if (actions.length === 0) return [`${name} publishes all events of its service, which names none`];
      return actions
        .filter((event) => !publishes.includes(event))
        .map((event) => `${name} publishes ${event}, which its service does not${didYouMean(event, publishes)}`);
    }),
  );
  refuse(
    definition.name,
    problems,
    'Name every event in `events.publishes` of its service.ts: `events: { publishes: ["OrderPurchased.v1"] }`.',
  );
}
