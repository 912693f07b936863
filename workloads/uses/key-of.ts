import type { ConsumerDefinition } from "../service-definition";

/** JMESPath of what makes two deliveries to a consumer the same one: an event says so itself, as does a time that came. */
export function keyOf({ key, from }: ConsumerDefinition): string {
  return key ?? (from.kind === "schedule" ? "id" : "metadata.id");
}
