import type { PublishedBy } from "../../../events/definition";
import type { AnyOutgoing } from "../../../runtime/access/bus";
import type { ConsumerHandle } from "../../../runtime/handle";
import type { OutboxItem } from "../../../runtime/outbox";
import type { fulfilment } from "../service";

type Told = AnyOutgoing<PublishedBy<typeof fulfilment>>;

/** Publishes what is in the outbox, under the item's id: as often as it takes, and still one event. */
export const announceFulfilment: ConsumerHandle<typeof fulfilment, "announceFulfilment", OutboxItem<Told>> = async (
  { after },
  { bus },
) => {
  if (after !== undefined) await bus.publish(after);
};
