import type { ServiceDefinition } from "../service-definition";
import { allEvents, type AnyUse } from "./use";

/** What an operation or consumer uses; where it publishes all events of its service, each by name. */
export function usesOf(definition: ServiceDefinition, name: string): readonly AnyUse[] {
  const { operations, consumers = {}, events } = definition;
  const declared = operations[name]?.uses ?? consumers[name]?.uses ?? [];
  return declared.map((use) =>
    use.kind === "bus" && use.actions.includes(allEvents) ? { ...use, actions: events?.publishes ?? [] } : use,
  );
}
