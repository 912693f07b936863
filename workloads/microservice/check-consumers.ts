import { UserError } from "../../declaration/user-error";
import type { ServiceDefinition } from "../service-definition";

/** What the types of `defineService` cannot say, or were told not to. @throws UserError with every problem of the consumers */
export function checkConsumers(definition: ServiceDefinition): void {
  const { tables, queues = {}, operations, consumers = {} } = definition;
  const taken = new Map<string, string>();
  const problems = Object.entries(consumers).flatMap(([name, { from, key, concurrency = 2 }]) => {
    const other = from.kind === "queue" ? taken.get(from.name) : undefined;
    if (from.kind === "queue") taken.set(from.name, name);
    const there = from.kind === "queue" ? from.name in queues : tables[from.name]?.stream === true;
    return [
      ...(name in operations ? [`${name} is an operation and a consumer`] : []),
      ...(/^[a-z][A-Za-z0-9]*$/.test(name) ? [] : [`${name} is no name that a handler can be exported under`]),
      ...(there ? [] : [`${name} takes from ${from.kind} ${from.name}, which the service does not have`]),
      ...(other === undefined ? [] : [`${other} and ${name} both take from ${from.name}: each would get half`]),
      ...(key === "" ? [`${name} has no key, so a delivery that is repeated would have its effect twice`] : []),
      ...(concurrency >= 2 && concurrency <= 1000
        ? []
        : [`${name} has a concurrency of ${concurrency}, not 2 to 1000`]),
    ];
  });
  if (problems.length === 0) return;
  throw new UserError(
    problems.map((problem) => `the service ${definition.name}: ${problem}`).join("\n"),
    "Change `consumers` in its service.ts.",
  );
}
