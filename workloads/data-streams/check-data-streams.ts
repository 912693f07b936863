import { refuse } from "../microservice/refuse";
import type { ServiceDefinition } from "../service-definition";

/** @throws UserError with every problem of the data streams */
export function checkDataStreams({ name, dataStreams = {} }: ServiceDefinition): void {
  const problems = Object.entries(dataStreams).flatMap(([stream, { shards = 1, keptHours = 24 }]) => [
    ...(/^[A-Za-z0-9_-]+$/.test(stream) ? [] : [`${stream} is no name of a data stream`]),
    ...(Number.isInteger(shards) && shards >= 1 ? [] : [`the data stream ${stream} has ${shards} shards`]),
    ...(Number.isInteger(keptHours) && keptHours >= 24 && keptHours <= 8760
      ? []
      : [`the data stream ${stream} keeps records for ${keptHours} hours, not 24 to 8,760`]),
  ]);
  refuse(name, problems, "Change `dataStreams` in its service.ts.");
}
