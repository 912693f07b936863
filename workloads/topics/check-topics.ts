import { refuse } from "../microservice/refuse";
import type { ServiceDefinition } from "../service-definition";

/** SQS takes ten attributes of a message that is delivered raw, and drops one with more; the correlation id is one. */
const mostAttributes = 9;
/** The alarms' topic has that name. */
const taken = "alarms";

/** @throws UserError with every problem of the topics and of what their consumers want of them */
export function checkTopics({ name, topics = {}, consumers = {} }: ServiceDefinition): void {
  const problems = [
    ...Object.entries(topics).flatMap(([topic, { attributes = {} }]) => [
      ...(topic === taken ? [`the topic ${topic} would be called as the one its alarms go to`] : []),
      ...(/^[A-Za-z0-9_-]+$/.test(topic) ? [] : [`${topic} is no name of a topic`]),
      ...(Object.keys(attributes).length > mostAttributes
        ? [`the topic ${topic} has more than ${mostAttributes} attributes`]
        : []),
      ...(Object.values(consumers).some(({ from }) => from.kind === "topic" && from.name === topic)
        ? []
        : [`nobody takes from the topic ${topic}: what is published there is lost`]),
    ]),
    ...Object.entries(consumers).flatMap(([consumer, { from }]) =>
      from.kind === "topic" ? wrongFilter(consumer, topics[from.name]?.attributes ?? {}, from.filter ?? {}) : [],
    ),
  ];
  refuse(name, problems, "Change `topics` and `consumers` in its service.ts.");
}

function wrongFilter(consumer: string, attributes: object, filter: object): readonly string[] {
  return Object.entries(filter).flatMap(([attribute, conditions]: [string, readonly unknown[]]) => [
    ...(attribute in attributes
      ? []
      : [`${consumer} filters by ${attribute}, which messages of its topic do not have`]),
    ...(conditions.length > 0 ? [] : [`${consumer} wants no value of ${attribute}, so nothing at all`]),
  ]);
}
