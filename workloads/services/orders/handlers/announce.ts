import type { PublishedBy } from "../../../events/definition";
import type { Outgoing } from "../../../events/runtime/publish";
import type { ConsumerHandle } from "../../../runtime/handle";
import { announceBy, type OutboxItem } from "../../../runtime/outbox";
import type { orders } from "../service";

type Told = Outgoing<"OrderPurchased.v1", PublishedBy<typeof orders>["OrderPurchased.v1"]>;

export const announce: ConsumerHandle<typeof orders, "announce", OutboxItem<Told>> = announceBy((told, { bus }) =>
  bus.publish(told),
);
