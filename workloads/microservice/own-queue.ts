import type { ConsumerDefinition } from "../service-definition";

type Kind = ConsumerDefinition["from"]["kind"];

/** Sources whose consumers have each a queue of its own, by the consumer's name. */
export const ownQueueKinds: readonly Kind[] = ["topic", "schedule"];

export function hasOwnQueue(kind: Kind): boolean {
  return ownQueueKinds.includes(kind);
}
