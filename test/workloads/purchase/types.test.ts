import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readCatalog } from "../../../workloads/events/schemas/catalog";
import { eventTypes } from "../../../workloads/events/schemas/event-types";
import type { ConsumerHandle, OperationHandle } from "../../../workloads/runtime";
import { bus, defineService, queue, subscription, typedBy } from "../../../workloads/service-definition";
import type { Events } from "../../fixtures/shop/events/types";
import type { fulfilment } from "../../fixtures/shop/services/fulfilment/service";
import type { shopOrders } from "../../fixtures/shop/services/orders/service";
import { inShop, shop } from "../events/shop";

/** Each `@ts-expect-error` fails the type check where the compiler finds nothing wrong. */
describe("what a handler knows of events", () => {
  test("is what its definition names; anything else does not compile", () => {
    const handlers = {
      announce: (async (_change, { bus }) => {
        // @ts-expect-error an event of no name that the service publishes
        await bus.publish({ event: "OrderGone.v1", data: {} });
        // @ts-expect-error the data of another event
        await bus.publish({ event: "OrderPurchased.v1", data: { orderId: "1", items: [] } });
      }) satisfies ConsumerHandle<typeof shopOrders, "announce">,
      // @ts-expect-error recordPurchase declares no event
      recordPurchase: (async (_request, { bus }) => ({
        status: bus === undefined ? 202 : 500,
      })) satisfies OperationHandle<typeof shopOrders, "recordPurchase">,
      reserveStock: (async ({ event, data, metadata }, { bus }) => {
        const name: "orders/OrderPurchased.v1" = event;
        const quantity: number | undefined = data.items[0]?.quantity;
        await bus.publish({
          event: "StockReserved.v1",
          data: { orderId: data.orderId, items: [{ sku: name, quantity: quantity ?? 1 }] },
          causationId: metadata.id,
        });
        // @ts-expect-error the event has no such field
        if (data.shipped) throw new Error();
      }) satisfies ConsumerHandle<typeof fulfilment, "reserveStock">,
    };
    expect(Object.keys(handlers)).toHaveLength(3);
  });

  test("is what the schemas say", () => {
    expect(readFileSync(join(shop, "events", "types.ts"), "utf8")).toBe(inShop(() => eventTypes(readCatalog())));
  });

  test("a definition cannot publish or consume what it does not name", () => {
    const at = { name: "notes", contract: "openapi.yaml", handlers: "handlers", tables: {} } as const;
    const events = {
      types: typedBy<Events>(),
      publishes: ["Noted.v1"],
      subscribes: { bought: ["orders/OrderPurchased.v1"] },
    } as const;
    const note = { uses: [bus.publish("Noted.v1")] };
    const bought = { from: subscription("bought"), uses: [bus.publish()] };
    const notes = defineService({ ...at, events, operations: { note }, consumers: { bought } });
    // @ts-expect-error an event that the service does not publish
    defineService({ ...at, events, operations: { note: { uses: [bus.publish("Forgotten.v1")] } } });
    // @ts-expect-error a service that publishes nothing
    defineService({ ...at, operations: { note: { uses: [bus.publish()] } } });
    // @ts-expect-error a subscription it does not have
    defineService({ ...at, events, operations: {}, consumers: { sold: { from: subscription("sold"), uses: [] } } });
    const unnamed = { from: queue("mails"), uses: [] };
    // @ts-expect-error messages of a queue say of themselves whether they are the same only by a key
    defineService({ ...at, queues: { mails: {} }, operations: {}, consumers: { mail: unnamed } });
    expect(notes.consumers.bought.from.name).toBe("bought");
  });
});
