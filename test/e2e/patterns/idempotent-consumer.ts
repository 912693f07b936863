import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { payOnce } from "../../../examples/patterns/services/idempotent-consumer/service";
import type { HttpResponse } from "../../../rehearsal/proxied-request";
import { accountsOf } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { changedCode, deployTwin } from "../twin";
import { eventually } from "./eventually";

const account = "idempotent-consumer";
const functionName = "idempotent-consumer-pay";

/** From outside: a payment that is asked for again, at the same time or after a crash, is taken once and answered as the first time. */
export function idempotentConsumer(rehearsal: () => KeptRehearsal): void {
  const pay = (from: string, key: string, amount = 5): Promise<HttpResponse> =>
    accountsOf(rehearsal()).send(account, {
      method: "POST",
      path: "/payments",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ account: from, amount }),
    });
  /** A client comes again as long as the first request is at work. */
  const answered = (from: string, key: string): Promise<HttpResponse> =>
    eventually(
      () => pay(from, key),
      ({ status }) => status !== 409,
    );
  const taken = async (from: string): Promise<unknown> =>
    JSON.parse(
      (
        await accountsOf(rehearsal()).send(account, {
          method: "GET",
          path: `/accounts/${from}`,
          headers: {},
          body: undefined,
        })
      ).body,
    );
  const ids = () => ({ from: randomUUID(), key: randomUUID() });

  describe("an operation with a key", () => {
    test("has one effect and one answer, repeated one after the other and at once", async () => {
      const { from, key } = ids();
      const first = await pay(from, key);
      expect(first.status).toBe(201);
      expect((await pay(from, key)).body).toBe(first.body);
      const other = randomUUID();
      const together = await Promise.all(Array.from({ length: 6 }, () => pay(from, other)));
      expect(together.map(({ status }) => status).filter((status) => status !== 201 && status !== 409)).toEqual([]);
      const { body } = await answered(from, other);
      for (const each of together) if (each.status === 201) expect(each.body).toBe(body);
      expect(await taken(from)).toEqual({ account: from, taken: 10, payments: 2 });
      expect((await pay(from, key, 6)).status).toBe(422);
    }, 200_000);

    test("has one effect when the function was killed after it and before it could answer", async () => {
      const { from, key } = ids();
      const kept = rehearsal();
      kept.inject({
        "paid-and-not-told": {
          function: functionName,
          service: "dynamodb",
          operation: "TransactWriteItems",
          kill: "after",
          times: 1,
        },
      });
      try {
        expect((await pay(from, key)).status).toBeGreaterThanOrEqual(500);
      } finally {
        kept.inject({});
      }
      const paid = await taken(from);
      expect(paid).toEqual({ account: from, taken: 5, payments: 1 });
      const answer = await answered(from, key);
      expect(answer.status).toBe(201);
      expect((await pay(from, key)).body).toBe(answer.body);
      expect(await taken(from)).toEqual(paid);
    }, 300_000);

    test("is found to have two with idempotency switched off", async () => {
      const { from, key } = ids();
      const always = changedCode((code) =>
        code.replace(/attribute_not_exists\((paymentId|\$\{\w+\})\)/g, "attribute_not_exists(no_such_attribute)"),
      );
      const restore = await deployTwin(await accountsOf(rehearsal()).account(account), payOnce, "pay", always, {
        POWERTOOLS_IDEMPOTENCY_DISABLED: "true",
      });
      try {
        const [first, second] = [await pay(from, key), await pay(from, key)];
        expect([first.status, second.status]).toEqual([201, 201]);
        expect(second.body).not.toBe(first.body);
        expect(await taken(from)).toEqual({ account: from, taken: 10, payments: 2 });
      } finally {
        await restore();
      }
    }, 200_000);
  });
}
