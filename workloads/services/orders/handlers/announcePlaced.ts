import type { PublishedBy } from "../../../events/definition";
import type { Outgoing } from "../../../events/runtime/publish";
import type { ConsumerHandle } from "../../../runtime/handle";
import type { OutboxItem } from "../../../runtime/outbox";
import type { orders } from "../service";

type Told = Outgoing<"OrderPlaced.v1", PublishedBy<typeof orders>["OrderPlaced.v1"]>;

/** Publishes what is in the outbox, under the item's id: as often as it takes, and still one event. */
export const announcePlaced: ConsumerHandle<typeof orders, "announcePlaced", OutboxItem<Told>> = async (
  { after },
  { bus },
) => {
  if (after !== undefined) await bus.publish(after);
};
