import type { ServiceDefinition } from "../service-definition";
import { allEvents, type AnyUse } from "./use";

/** What an operation, consumer, task or offer uses, as its service has it. */
export function usesOf(definition: ServiceDefinition, name: string): readonly AnyUse[] {
  const { operations, consumers = {}, tasks = {}, offers = {} } = definition;
  return usesIn(definition, { ...offers, ...tasks, ...consumers, ...operations }[name]?.uses ?? []);
}

/** Every function of a service, by its name, with what it uses. */
export function usesByFunction(
  definition: ServiceDefinition,
): readonly (readonly [name: string, uses: readonly AnyUse[]])[] {
  const { operations, consumers, tasks, offers, api } = definition;
  const functions = Object.keys({ ...operations, ...consumers, ...tasks, ...offers });
  return [
    ...functions.map((name) => [name, usesOf(definition, name)] as const),
    ...Object.entries(api?.authorizers ?? {}).map(
      ([scheme, { uses = [] }]) => [scheme, usesIn(definition, uses)] as const,
    ),
  ];
}

/** Uses with what the rest of the definition says of them: of all events of its service each by name, of its address what is before the @. */
export function usesIn({ events, email }: ServiceDefinition, uses: readonly AnyUse[]): readonly AnyUse[] {
  return uses.map((use) => {
    if (use.kind === "bus" && use.actions.includes(allEvents)) return { ...use, actions: events?.publishes ?? [] };
    return use.kind === "email" && email !== undefined ? { ...use, name: email.from } : use;
  });
}
