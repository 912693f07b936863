import type { ServiceDefinition } from "../service-definition";
import { allEvents, type AnyUse } from "./use";

/** What an operation, consumer, task or offer uses; where it publishes all events of its service, each by name. */
export function usesOf(definition: ServiceDefinition, name: string): readonly AnyUse[] {
  const { operations, consumers = {}, tasks = {}, offers = {}, events } = definition;
  const declared = { ...offers, ...tasks, ...consumers, ...operations }[name]?.uses ?? [];
  return declared.map((use) =>
    use.kind === "bus" && use.actions.includes(allEvents) ? { ...use, actions: events?.publishes ?? [] } : use,
  );
}
