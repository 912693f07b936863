import { nearest } from "../nearest";
import type { Universe } from "./universe";

/**
 * The real action that a name or pattern most likely meant: the nearest service prefix, then its nearest operation. `s3:Delte*` is completed
 * word by word, `s3:Delete*`.
 * @returns undefined when nothing is near
 */
export function nearestAction(universe: Universe, name: string): string | undefined {
  const colon = name.indexOf(":");
  if (colon === -1) return undefined;
  const prefix = name.slice(0, colon).toLowerCase();
  const operation = name.slice(colon + 1);
  const service = universe.hasService(prefix) ? prefix : nearestService(universe, prefix);
  if (service === undefined) return undefined;
  const operations = universe.matching(`${service}:*`).map((action) => action.name.slice(service.length + 1));
  if (operation === "*") return `${service}:*`;
  const found = operation.endsWith("*")
    ? nearest(
        operation,
        operations.flatMap(beginnings).map((beginning) => `${beginning}*`),
      )
    : nearest(operation, operations);
  return found === undefined ? undefined : `${service}:${found}`;
}

/** The nearest prefix of a service. */
export function nearestService(universe: Universe, prefix: string): string | undefined {
  return nearest(prefix, [...new Set(universe.actions.map(({ service }) => service))]);
}

/** `DeleteBucketPolicy` → `Delete`, `DeleteBucket`, `DeleteBucketPolicy`. */
function beginnings(operation: string): readonly string[] {
  const words = operation.match(/[A-Z]?[^A-Z]+|[A-Z]+(?![^A-Z])/g) ?? [];
  return words.map((_, index) => words.slice(0, index + 1).join(""));
}
