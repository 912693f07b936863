import type { PublishedBy } from "../../../events/definition";
import type { AnyOutgoing } from "../../../runtime/access/bus";
import type { ConsumerHandle } from "../../../runtime/handle";
import { announceBy, type OutboxItem } from "../../../runtime/outbox";
import type { fulfilment } from "../service";

type Told = AnyOutgoing<PublishedBy<typeof fulfilment>>;

export const announceFulfilment: ConsumerHandle<typeof fulfilment, "announceFulfilment", OutboxItem<Told>> = announceBy(
  (told, { bus }) => bus.publish(told),
);
