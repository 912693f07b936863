import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { tellBy } from "../../../workloads/runtime/outbox";
import type { WritePart } from "../../../workloads/runtime/access/table";
import { logger, metrics } from "../../../workloads/runtime/telemetry";
import { openOrder } from "../../../workloads/services/orders/purchase/open-order";
import type { Purchases } from "../../../workloads/services/orders/purchase/purchase";
import { orders } from "../../../workloads/services/orders/service";
import { choreograph, type Consumer, consumers } from "./choreography";
import { type Fault, faultsAt, faulty } from "./faults";
import { openShop, type Order, order, tablesFor, type Trouble } from "./shop";

interface Case {
  readonly order: Order;
  readonly trouble: Trouble;
  readonly fault?: Fault;
}

const troubles: readonly Trouble[] = ["none", "poor", "short", "large"];
const cases: readonly Case[] = troubles
  .flatMap((trouble): readonly Omit<Case, "order">[] => [
    { trouble },
    ...consumers.flatMap((at) => faultsAt(at).map((fault) => ({ trouble, fault }))),
  ])
  .map((each, index) => ({ ...each, order: order(`${index}`, each.trouble) }));

/** Every case, one after the other; then once more what is in dead-letter queues, after everything is mended. */
async function runTable(off: readonly Consumer[] = []) {
  const shop = openShop();
  const faults = faulty(new Map(cases.map((each) => [each.order.orderId, each.fault ? [each.fault] : []])));
  const services = choreograph(shop.tables, faults, off);
  const { purchases, purchaseOutbox } = tablesFor(orders, "putPurchase") as {
    purchases: Purchases;
    purchaseOutbox: { putting: (input: object) => WritePart };
  };
  const ends = new Map<string, string>();
  for (const each of cases) {
    shop.stockUp(each.order);
    const before = services.dead.length;
    await openOrder(purchases, each.order, tellBy(purchaseOutbox));
    await services.settle();
    const parked = services.dead.length > before;
    ends.set(each.order.orderId, parked ? "parked" : shop.state(each.order));
  }
  const parked = services.dead.length;
  faults.mend();
  while (services.dead.length > 0) {
    await services.redrive();
    await services.settle();
  }
  return { shop, ends, parked };
}

beforeAll(() => logger.setLogLevel("SILENT"));
beforeEach(() => {
  jest.spyOn(metrics, "publishStoredMetrics").mockReturnThis();
  jest.spyOn(metrics, "setDefaultDimensions").mockReturnThis();
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe("a purchase that services conduct by events", () => {
  test("ends paid and shipped, cancelled and refunded, or among the dead letters, whatever fails; and those end so too when it is mended", async () => {
    const { shop, ends, parked } = await runTable();
    const wrong = cases.flatMap(({ order: { orderId }, trouble, fault }) => {
      const whole = trouble === "none" ? "completed" : "cancelled";
      const end = ends.get(orderId);
      const may = fault?.lasting === "permanent" ? [whole, "parked"] : [whole];
      return may.includes(end ?? "") ? [] : [`${trouble} ${JSON.stringify(fault)}: ${end ?? ""}`];
    });
    expect(wrong).toEqual([]);
    expect(parked).toBeGreaterThan(20);
    const after = cases.flatMap((each) => {
      const state = shop.state(each.order);
      return state === (each.trouble === "none" ? "completed" : "cancelled") ? [] : [`${each.trouble}: ${state}`];
    });
    expect(after).toEqual([]);
    console.log(`${cases.length} cases, ${parked} dead letters`);
  }, 120_000);

  test("without its compensations it ends half done", async () => {
    const { ends } = await runTable(["refundOrder"]);
    const halfDone = [...ends.values()].filter((end) => end.startsWith("inconsistent"));
    expect(halfDone.length).toBeGreaterThan(10);
  }, 120_000);
});
