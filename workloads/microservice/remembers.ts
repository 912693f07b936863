import type { ServiceDefinition } from "../service-definition";

/** Whether a consumer of the service remembers what it has handled; those of data streams have their own ways. */
export function remembers({ consumers = {} }: ServiceDefinition): boolean {
  return Object.values(consumers).some(({ from }) => from.kind !== "dataStream");
}
