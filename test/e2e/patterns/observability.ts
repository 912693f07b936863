import { describe, expect, test } from "@jest/globals";
import { timeOrderedId } from "../../../workloads/runtime/time-ordered-id";
import { fulfilment } from "../../../workloads/services/fulfilment/service";
import { paymentEvent, purchaseOf, store } from "../../../workloads/services/purchase";
import { accountsOf } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { changedCode, deployTwin } from "../twin";
import { eventually } from "./eventually";
import { hasLogged } from "./logs-with";

/** The functions that a purchase of the store goes through: of a queue, an outbox' stream and three accounts' subscriptions. */
const hops = [
  [store.orders, "orders-recordPayment"],
  [store.orders, "orders-announce"],
  [store.fulfilment, "fulfilment-reserveStock"],
  [store.notifications, "notifications-sendReceipt"],
  [store.reports, "reports-writeLine"],
] as const;
const names = hops.map(([, name]) => name);
const withheld = "fulfilment-reserveStock";

/** From outside: what the client was answered finds its purchase in the logs of every function that worked on it, in every account. */
export function observability(rehearsal: () => KeptRehearsal): void {
  const sku = "TRACE-1";
  /** @returns the id that the client was answered, and its order's */
  const buy = async (): Promise<{ readonly correlationId: string; readonly orderId: string }> => {
    const { send } = accountsOf(rehearsal());
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ available: 100 });
    expect((await send(store.fulfilment, { method: "PUT", path: `/stock/${sku}`, headers, body })).status).toBe(200);
    const orderId = timeOrderedId(Date.now());
    const answer = await send(store.orders, paymentEvent(purchaseOf(orderId, [{ sku, quantity: 1, unitPrice: 450 }])));
    expect(answer.status).toBe(202);
    const correlationId = answer.headers["x-correlation-id"] ?? "";
    expect(correlationId).not.toBe("");
    return { correlationId, orderId };
  };
  const found = async (correlationId: string): Promise<readonly string[]> => {
    const accounts = accountsOf(rehearsal());
    const seen = await Promise.all(
      hops.map(async ([account, name]) =>
        (await hasLogged(await accounts.account(account), name, correlationId)) ? [name] : [],
      ),
    );
    return seen.flat();
  };

  describe("the correlation id of a purchase", () => {
    test("is in the logs of every hop, in four accounts", async () => {
      const { correlationId } = await buy();
      expect(
        await eventually(
          () => found(correlationId),
          (seen) => seen.length === hops.length,
        ),
      ).toEqual(names);
    }, 400_000);

    test("is missed in the one function that does not take it over", async () => {
      const account = await accountsOf(rehearsal()).account(store.fulfilment);
      const untold = changedCode((code) => code.replace(/\.setCorrelationId\(/g, ".getCorrelationId("));
      const restore = await deployTwin(account, fulfilment, "reserveStock", untold);
      try {
        const { correlationId, orderId } = await buy();
        const others = names.filter((name) => name !== withheld);
        const seen = await eventually(
          () => found(correlationId),
          (each) => others.every((name) => each.includes(name)),
        );
        const shipped = await eventually(
          () =>
            accountsOf(rehearsal()).send(store.fulfilment, {
              method: "GET",
              path: `/shipments/${orderId}`,
              headers: {},
              body: undefined,
            }),
          ({ status }) => status === 200,
        );
        // The hop did its work, and nothing in its logs says for whom.
        expect(shipped.status).toBe(200);
        expect(seen).toEqual(others);
        expect(await found(correlationId)).toEqual(others);
      } finally {
        await restore();
      }
    }, 400_000);
  });
}
