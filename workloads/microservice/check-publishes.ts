import { didYouMean } from "../../declaration/problem/nearest";
import { UserError } from "../../declaration/user-error";
import type { ServiceDefinition } from "../service-definition";
import { usesOf } from "../uses/uses-of";

/** What the types of `defineService` cannot say, or were told not to. @throws UserError with every function that publishes what its service does not */
export function checkPublishes(definition: ServiceDefinition): void {
  const { operations, consumers = {}, events } = definition;
  const publishes = events?.publishes ?? [];
  const problems = Object.keys({ ...operations, ...consumers }).flatMap((name) =>
    usesOf(definition, name).flatMap(({ kind, actions }) => {
      if (kind !== "bus") return [];
      if (actions.length === 0) return [`${name} publishes all events of its service, which names none`];
      return actions
        .filter((event) => !publishes.includes(event))
        .map((event) => `${name} publishes ${event}, which its service does not${didYouMean(event, publishes)}`);
    }),
  );
  if (problems.length === 0) return;
  throw new UserError(
    problems.map((problem) => `the service ${definition.name}: ${problem}`).join("\n"),
    'Name every event in `events.publishes` of its service.ts: `events: { publishes: ["OrderPurchased.v1"] }`.',
  );
}
