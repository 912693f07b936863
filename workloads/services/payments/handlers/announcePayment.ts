import type { PublishedBy } from "../../../events/definition";
import type { AnyOutgoing } from "../../../runtime/access/bus";
import type { ConsumerHandle } from "../../../runtime/handle";
import type { OutboxItem } from "../../../runtime/outbox";
import type { payments } from "../service";

type Told = AnyOutgoing<PublishedBy<typeof payments>>;

/** Publishes what is in the outbox, under the item's id: as often as it takes, and still one event. */
export const announcePayment: ConsumerHandle<typeof payments, "announcePayment", OutboxItem<Told>> = async (
  { after },
  { bus },
) => {
  if (after !== undefined) await bus.publish(after);
};
