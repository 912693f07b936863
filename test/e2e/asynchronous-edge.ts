import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { type HttpResponse, proxiedRequest } from "../../rehearsal/proxied-request";
import type { KeptRehearsal } from "./kept-rehearsal";

/** How long stream, queue and two consumers may take on a machine that is busy. */
const patience = 90_000;

/** From outside: an order is placed by HTTP, and what happens to it afterwards happens by itself. */
export function asynchronousEdge(rehearsal: () => KeptRehearsal): void {
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

  describe("an order that was placed", () => {
    test("is confirmed by way of the table's stream, a queue and their consumers, each under its own role", async () => {
      const call = client("orders-dev");
      const items = [{ sku: "TEA-100", quantity: 2, unitPrice: 450 }];
      const before = rehearsal().calls().length;
      const placed = await call("POST", "/orders", { customerId: "customer-7", currency: "EUR", items });
      expect(placed.status).toBe(201);
      const order: { orderId: string; status: string } = JSON.parse(placed.body);
      expect(order.status).toBe("placed");

      const read = async (): Promise<string> => JSON.parse((await call("GET", `/orders/${order.orderId}`)).body).status;
      const until = Date.now() + patience;
      while ((await read()) !== "confirmed" && Date.now() < until) await sleep(1000);
      expect(await read()).toBe("confirmed");

      const made = rehearsal()
        .calls()
        .slice(before)
        .map(({ service, operation, principal }) => `${service}:${operation} ${principal.split("/").at(-2) ?? ""}`);
      expect(made).toEqual(
        expect.arrayContaining([
          "sqs:SendMessage orders-requestConfirmation",
          "dynamodb:UpdateItem orders-confirmOrder",
        ]),
      );
    }, 150_000);
  });
}
