import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { type HttpResponse, proxiedRequest } from "../../rehearsal/proxied-request";
import type { KeptRehearsal } from "./kept-rehearsal";

/** How long a purchase may take on a machine that is busy. */
const patience = 120_000;

const ends = [
  { what: "that can be done", quantity: 2, balance: 1000, status: "completed", left: { balance: 900, available: 78 } },
  { what: "without money", quantity: 2, balance: 10, status: "cancelled", left: { balance: 10, available: 80 } },
  { what: "without stock", quantity: 90, balance: 1000, status: "cancelled", left: { balance: 1000, available: 80 } },
  {
    what: "that no carrier takes",
    quantity: 60,
    balance: 1000,
    status: "cancelled",
    left: { balance: 1000, available: 80 },
  },
] as const;

/** From outside: purchases across three accounts, conducted by a state machine and by events, end whole or not at all. */
export function purchases(rehearsal: () => KeptRehearsal): void {
  const client = (account: string) => {
    const { environment, zone } = rehearsal();
    const domain = loadZone(zone).accounts.find(({ name }) => name === account)?.service?.domainName ?? "";
    return (method: string, path: string, body?: unknown): Promise<HttpResponse> =>
      proxiedRequest(environment["HTTP_PROXY"] ?? "", `http://${domain}${path}`, {
        method,
        headers: { "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  };

  describe.each(["stateMachine", "events"] as const)("a purchase by %s", (coordination) => {
    test.each(ends)(
      "$what is $status",
      async ({ quantity, balance, status, left }) => {
        const [orders, payments, fulfilment] = ["orders-dev", "payments-dev", "fulfilment-dev"].map(client);
        const orderId = randomUUID();
        const [customerId, sku] = [`customer-${orderId}`, `book-${orderId}`];
        expect((await payments?.("PUT", `/balances/${customerId}`, { balance }))?.status).toBe(200);
        expect((await fulfilment?.("PUT", `/stock/${sku}`, { available: 80 }))?.status).toBe(200);
        const purchase = { customerId, currency: "EUR", amount: 100, items: [{ sku, quantity }], coordination };
        for (let again = 0; again < 2; again++)
          expect((await orders?.("PUT", `/purchases/${orderId}`, purchase))?.status).toBe(202);

        const read = async (): Promise<string | undefined> => {
          const answer = await orders?.("GET", `/purchases/${orderId}`);
          return answer?.status === 200 ? (JSON.parse(answer.body) as { status: string }).status : undefined;
        };
        const until = Date.now() + patience;
        while ((await read()) !== status && Date.now() < until) await sleep(1000);
        expect(await read()).toBe(status);
        expect(JSON.parse((await payments?.("GET", `/balances/${customerId}`))?.body ?? "")).toMatchObject({
          balance: left.balance,
        });
        const stock = async (): Promise<unknown> =>
          JSON.parse((await fulfilment?.("GET", `/stock/${sku}`))?.body ?? "");
        // By events, stock is given back beside the refund.
        while (
          JSON.stringify(await stock()) !== JSON.stringify({ sku, available: left.available }) &&
          Date.now() < until
        )
          await sleep(500);
        expect(await stock()).toEqual({ sku, available: left.available });
        const shipment = await fulfilment?.("GET", `/shipments/${orderId}`);
        expect(shipment?.status).toBe(status === "completed" ? 200 : 404);
      },
      180_000,
    );
  });
}
