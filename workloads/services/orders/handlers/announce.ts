import type { ConsumerHandle } from "../../../runtime/handle";
import type { OutboxItem } from "../outbox";
import type { orders } from "../service";

/** Publishes what is in the outbox, under the item's id: as often as it takes, and still one event. */
export const announce: ConsumerHandle<typeof orders, "announce", OutboxItem> = async ({ after }, { bus }) => {
  if (after === undefined) return;
  await bus.publish({ event: "OrderPurchased.v1", data: after.purchased, id: after.id });
};
