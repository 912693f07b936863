import { resourceVariable } from "../../uses/variables";
import { fromEnvironment } from "../clients/settings";
import { type MessageAttributes, publish } from "../clients/sns";
import { correlationAttribute, correlationId } from "../correlation";

/** A topic as far as a handler publishes on it. @typeParam Message an object with the topic's attributes */
export interface TopicAccess<Message> {
  /**
   * Publishes a message, as JSON, with the correlation id of what is being worked on. Every consumer whose filter it passes gets it, at least once.
   *
   * @throws Error when SNS did not take it; it may have, when no answer came
   */
  publish<Sent extends Message>(message: Sent): Promise<void>;
}

/** @param attributes members of a message that consumers choose by */
export function Publish(topic: string, attributes: readonly string[]) {
  const topicArn = fromEnvironment(resourceVariable("topic", topic));
  return {
    publish: (message: object): Promise<void> =>
      publish(topicArn, JSON.stringify(message), attributesOf(message, attributes)),
  };
}

/** A message says no attribute that is not declared, so that nothing goes into one by mistake. */
function attributesOf(message: object, attributes: readonly string[]): MessageAttributes {
  const id = correlationId();
  const said = Object.entries(message).filter(
    (entry): entry is [string, string | number] =>
      attributes.includes(entry[0]) && (typeof entry[1] === "string" || typeof entry[1] === "number"),
  );
  return { ...Object.fromEntries(said), ...(id === undefined ? {} : { [correlationAttribute]: id }) };
}
