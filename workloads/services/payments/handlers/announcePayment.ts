import type { PublishedBy } from "../../../events/definition";
import type { AnyOutgoing } from "../../../runtime/access/bus";
import type { ConsumerHandle } from "../../../runtime/handle";
import { announceBy, type OutboxItem } from "../../../runtime/outbox";
import type { payments } from "../service";

type Told = AnyOutgoing<PublishedBy<typeof payments>>;

export const announcePayment: ConsumerHandle<typeof payments, "announcePayment", OutboxItem<Told>> = announceBy(
  (told, { bus }) => bus.publish(told),
);
