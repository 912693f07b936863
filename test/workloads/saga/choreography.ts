import { MemoryStore, changes, events, testBus, testConsumer } from "../../../workloads/testing";
import type { Envelope } from "../../../workloads/runtime/sources/subscription";
import type { ConsumerDefinition } from "../../../workloads/service-definition";
import { announceFulfilment } from "../../../workloads/services/fulfilment/handlers/announceFulfilment";
import { releaseForOrder } from "../../../workloads/services/fulfilment/handlers/releaseForOrder";
import { reserveForOrder } from "../../../workloads/services/fulfilment/handlers/reserveForOrder";
import { shipOrder } from "../../../workloads/services/fulfilment/handlers/shipOrder";
import { announcePlaced } from "../../../workloads/services/orders/handlers/announcePlaced";
import { cancelUnpaid } from "../../../workloads/services/orders/handlers/cancelUnpaid";
import { completeShipped } from "../../../workloads/services/orders/handlers/completeShipped";
import { announcePayment } from "../../../workloads/services/payments/handlers/announcePayment";
import { payForOrder } from "../../../workloads/services/payments/handlers/payForOrder";
import { refundOrder } from "../../../workloads/services/payments/handlers/refundOrder";
import type { faulty } from "./faults";
import { services, tablesFor } from "./shop";
import type { memoryDynamo } from "./memory-dynamo";

const handlers = {
  payForOrder,
  refundOrder,
  announcePayment,
  reserveForOrder,
  shipOrder,
  releaseForOrder,
  announceFulfilment,
  announcePlaced,
  cancelUnpaid,
  completeShipped,
} as const;
export type Consumer = keyof typeof handlers;
export const consumers = Object.keys(handlers) as Consumer[];

type Handle = (given: Given, access: object) => Promise<void>;
interface Given {
  readonly data?: { readonly orderId: string };
  readonly after?: { readonly data: { readonly orderId: string } };
}

/** Receives of a message, and tries of a change, before it is a dead letter. */
const receives = 5;

interface Delivery {
  readonly consumer: Consumer;
  readonly envelope?: Envelope;
  readonly change?: Readonly<Record<string, unknown>>;
}

/** The three services' consumers in this process, with what is between them on AWS: buses, queues, streams, dead letters. @param off consumers that hear of nothing */
export function choreograph(
  tables: ReturnType<typeof memoryDynamo>,
  faults: ReturnType<typeof faulty>,
  off: readonly Consumer[] = [],
) {
  const buses = Object.values(services).map((service) => ({ service, ...testBus(service) }));
  const deliver = new Map(
    buses.flatMap(({ service, bus }) =>
      consumers.flatMap((name) => {
        const handle = handlers[name] as unknown as Handle;
        if (!(name in (service.consumers ?? {}))) return [];
        const around: Handle = (given, access) => {
          const orderId = given.data?.orderId ?? given.after?.data.orderId ?? "";
          return faults.run(name, orderId, () => handle(given, access));
        };
        const access = { tables: tablesFor(service, name), queues: {}, buckets: {}, bus };
        const store = new MemoryStore();
        return [
          [name, testConsumer(service as never, name as never, around as never, access as never, store)] as const,
        ];
      }),
    ),
  );
  const dead: Delivery[] = [];
  const seen = new Map<unknown, number>();
  /** Those that came since it was last asked: outboxes and buses only grow. */
  const fresh = <One>(of: unknown, all: readonly One[]): readonly One[] => {
    const from = seen.get(of) ?? 0;
    seen.set(of, all.length);
    return all.slice(from);
  };

  const attempt = async ({ consumer, envelope, change }: Delivery): Promise<boolean> => {
    const run = deliver.get(consumer);
    const event = envelope
      ? events(envelope)
      : changes({ kind: "INSERT", keys: { id: change?.["id"] }, id: String(change?.["id"]), after: change ?? {} });
    const { batchItemFailures = [] } = (await run?.(event)) ?? {};
    return batchItemFailures.length === 0;
  };

  /** What is in outboxes and on buses that nobody was given yet. */
  const waiting = (): readonly Delivery[] => [
    ...buses.flatMap(({ service }) =>
      Object.entries(service.consumers ?? {}).flatMap(([name, { from }]: [string, ConsumerDefinition]) => {
        if (from.kind !== "stream" || !isConsumer(name)) return [];
        return fresh(name, tables.items(`${service.name}-${from.name}`)).map((change): Delivery => ({
          consumer: name,
          change,
        }));
      }),
    ),
    ...buses.flatMap(({ service, published }) => fresh(service, published).flatMap(subscribed)),
  ];

  return {
    dead,
    /** Until nothing is on its way. */
    settle: async (): Promise<void> => {
      for (let found = waiting(); found.length > 0; found = waiting())
        for (const delivery of found) {
          if (off.includes(delivery.consumer)) continue;
          let handled = false;
          for (let count = 0; count < receives && !handled; count++) handled = await attempt(delivery);
          if (!handled) dead.push(delivery);
        }
    },
    /** Sends dead letters back to where they came from. */
    redrive: async (): Promise<void> => {
      for (const delivery of dead.splice(0)) if (!(await attempt(delivery))) dead.push(delivery);
    },
  };
}

function isConsumer(name: string): name is Consumer {
  return name in handlers;
}

/** Deliveries of an event to every subscription to it. */
function subscribed(envelope: Envelope): readonly Delivery[] {
  const name = `${envelope.source}/${envelope["detail-type"]}.v${envelope.detail.metadata.version}`;
  return Object.values(services).flatMap(({ events, consumers: all = {} }) =>
    Object.entries(all).flatMap(([consumer, { from }]): Delivery[] =>
      from.kind === "subscription" && isConsumer(consumer) && events?.subscribes?.[from.name]?.includes(name) === true
        ? [{ consumer, envelope }]
        : [],
    ),
  );
}
