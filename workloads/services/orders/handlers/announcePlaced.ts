import type { PublishedBy } from "../../../events/definition";
import type { Outgoing } from "../../../events/runtime/publish";
import type { ConsumerHandle } from "../../../runtime/handle";
import { announceBy, type OutboxItem } from "../../../runtime/outbox";
import type { orders } from "../service";

type Told = Outgoing<"OrderPlaced.v1", PublishedBy<typeof orders>["OrderPlaced.v1"]>;

export const announcePlaced: ConsumerHandle<typeof orders, "announcePlaced", OutboxItem<Told>> = announceBy(
  (told, { bus }) => bus.publish(told),
);
