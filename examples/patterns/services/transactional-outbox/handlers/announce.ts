import { announceBy, type ConsumerHandle, type OutboxItem } from "../../../../../workloads/runtime";
import type { transactionalOutbox } from "../service";
import type { SignedUp } from "../signup";

export const announce: ConsumerHandle<typeof transactionalOutbox, "announce", OutboxItem<SignedUp>> = announceBy(
  ({ id, signupId }, { queues }) => queues.greetings.send({ id, signupId }),
);
