import { isSchedule } from "../schedules/is-schedule";
import { isHandlerName, refuse } from "./refuse";
import type { ConsumerDefinition, ServiceDefinition } from "../service-definition";

/** What the types of `defineService` cannot say, or were told not to. @throws UserError with every problem of the consumers */
export function checkConsumers(definition: ServiceDefinition): void {
  const { queues = {}, operations, consumers = {}, events } = definition;
  const subscriptions = Object.keys(events?.subscribes ?? {});
  const taken = new Map<string, string>();
  const consuming = Object.entries(consumers).flatMap(([name, { from, key, concurrency = 2 }]) => {
    const alone = from.kind === "queue" || from.kind === "subscription";
    const other = alone ? taken.get(from.name) : undefined;
    if (alone) taken.set(from.name, name);
    return [
      ...(name in operations ? [`${name} is an operation and a consumer`] : []),
      ...(isHandlerName(name) ? [] : [`${name} is no name that a handler can be exported under`]),
      ...(isThere(definition, from)
        ? []
        : [`${name} takes from ${from.kind} ${from.name}, which the service does not have`]),
      ...(other === undefined ? [] : [`${other} and ${name} both take from ${from.name}: each would get half`]),
      ...(key === "" || (key === undefined && !identified.includes(from.kind))
        ? [`${name} has no key, so a delivery that is repeated would have its effect twice`]
        : []),
      ...(concurrency >= 2 && concurrency <= 1000
        ? []
        : [`${name} has a concurrency of ${concurrency}, not 2 to 1000`]),
      ...(!alone && (name in queues || subscriptions.includes(name))
        ? [
            `${name} is a consumer of a ${from.kind} and a queue or subscription: their dead letters would be called the same`,
          ]
        : []),
    ];
  });
  const problems = [
    ...consuming,
    ...subscriptions.filter((name) => name in queues).map((name) => `${name} is a queue and a subscription`),
  ];
  refuse(definition.name, problems, "Change `consumers` in its service.ts.");
}

/** What has an id of its own, or is given many at once. */
const identified: readonly ConsumerDefinition["from"]["kind"][] = ["subscription", "schedule", "dataStream"];

function isThere(
  { tables, queues = {}, topics = {}, dataStreams = {}, events }: ServiceDefinition,
  { kind, name }: ConsumerDefinition["from"],
): boolean {
  if (kind === "queue") return name in queues;
  if (kind === "topic") return name in topics;
  if (kind === "dataStream") return name in dataStreams;
  if (kind === "schedule") return isSchedule(name);
  return kind === "stream" ? tables[name]?.stream === true : name in (events?.subscribes ?? {});
}
