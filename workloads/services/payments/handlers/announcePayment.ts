import type { PublishedBy } from "../../../events/definition";
import type { Outgoing } from "../../../events/runtime/publish";
import type { ConsumerHandle } from "../../../runtime/handle";
import type { OutboxItem } from "../../../runtime/outbox";
import type { payments } from "../service";

type Published = PublishedBy<typeof payments>;
type Told = { readonly [Event in keyof Published]: Outgoing<Event, Published[Event]> }[keyof Published];

/** Publishes what is in the outbox, under the item's id: as often as it takes, and still one event. */
export const announcePayment: ConsumerHandle<typeof payments, "announcePayment", OutboxItem<Told>> = async (
  { after },
  { bus },
) => {
  if (after !== undefined) await bus.publish(after);
};
