import type { ConsumerDefinition } from "../service-definition";

/** JMESPath of what makes two deliveries to a consumer the same one: an event says so itself. */
export function keyOf({ key }: ConsumerDefinition): string {
  return key ?? "metadata.id";
}
