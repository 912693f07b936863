import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { payOnce } from "../../../examples/patterns/services/idempotent-consumer/service";
import { once } from "../../../workloads/runtime/once";
import type { Request } from "../../../workloads/runtime/read-request";
import type { Reply } from "../../../workloads/runtime/reply";
import { logger } from "../../../workloads/runtime/telemetry";
import { context, MemoryStore } from "../../../workloads/testing";
import { builtService } from "../built-service";

const request = (key: string | undefined, amount = 5, subject?: string): Request => ({
  path: {},
  query: {},
  header: key === undefined ? {} : { "idempotency-key": key },
  body: { amount },
  caller: subject === undefined ? undefined : { kind: "jwt", subject, scopes: [], claims: {} },
});

/** An operation that counts how often it was done, and answers so. */
function counting(reply: (times: number) => Reply = (times) => ({ status: 201, body: { times } })) {
  let times = 0;
  const handle = async (): Promise<Reply> => {
    times += 1;
    await Promise.resolve();
    return reply(times);
  };
  const run = once({ operationId: "pay", key: 'header."idempotency-key"' }, handle, new MemoryStore());
  return { times: () => times, ask: (asked: Request) => run(asked, context) };
}

beforeAll(() => logger.setLogLevel("SILENT"));
afterEach(() => {
  delete process.env["POWERTOOLS_IDEMPOTENCY_DISABLED"];
});

describe("an operation with a key", () => {
  test("is done once a key, and answers the same", async () => {
    const { ask, times } = counting();
    const first = await ask(request("a"));
    expect(first).toEqual({ status: 201, body: { times: 1 } });
    expect(await ask(request("a"))).toEqual(first);
    expect(await ask(request("b"))).toEqual({ status: 201, body: { times: 2 } });
    expect(times()).toBe(2);
  });

  test("is done again with idempotency switched off", async () => {
    process.env["POWERTOOLS_IDEMPOTENCY_DISABLED"] = "true";
    const { ask, times } = counting();
    await ask(request("a"));
    await ask(request("a"));
    expect(times()).toBe(2);
  });

  test("tells who comes while it is at work to come again", async () => {
    const { ask, times } = counting();
    const [first, second] = await Promise.all([ask(request("a")), ask(request("a"))]);
    expect([first.status, second.status].sort()).toEqual([201, 409]);
    expect([first, second].find(({ status }) => status === 409)?.headers).toMatchObject({ "retry-after": "1" });
    expect(times()).toBe(1);
  });

  test("refuses a key that was used for another request, and a request without one", async () => {
    const { ask, times } = counting();
    await ask(request("a"));
    expect((await ask(request("a", 6))).status).toBe(422);
    expect((await ask(request(undefined))).status).toBe(400);
    expect(times()).toBe(1);
  });

  test("answers nobody what somebody else was", async () => {
    const { ask } = counting();
    expect((await ask(request("a", 5, "ann"))).body).toEqual({ times: 1 });
    expect((await ask(request("a", 5, "bob"))).body).toEqual({ times: 2 });
    expect((await ask(request("a", 5, "ann"))).body).toEqual({ times: 1 });
  });

  test("is done again after it failed, by an error or by what it answered", async () => {
    const answered = counting((times) => ({ status: times === 1 ? 503 : 201 }));
    expect((await answered.ask(request("a"))).status).toBe(503);
    expect((await answered.ask(request("a"))).status).toBe(201);
    const thrown = counting((times) => {
      if (times === 1) throw new Error("down");
      return { status: 201 };
    });
    await expect(thrown.ask(request("a"))).rejects.toThrow("down");
    expect((await thrown.ask(request("a"))).status).toBe(201);
  });
});

describe("a service whose operation has a key", () => {
  const built = builtService(payOnce);
  const policy = (operation: string): string => String(built["aws_iam_role_policy"]?.[operation]?.["policy"]);

  test("remembers in a table of its own, which that function alone may use", () => {
    expect(built["aws_dynamodb_table"]?.["_idempotency"]).toMatchObject({ name: "idempotent-consumer.idempotency" });
    expect(policy("pay")).toContain("table/idempotent-consumer.idempotency");
    expect(policy("getAccount")).not.toContain("idempotency");
    expect(JSON.stringify(built["aws_lambda_function"]?.["pay"])).toContain("IDEMPOTENCY_TABLE");
  });

  test("has to say in its contract what a repeated request may be answered", () => {
    const keyed = { ...payOnce.operations, getAccount: { ...payOnce.operations.getAccount, key: "path.account" } };
    expect(() => builtService({ ...payOnce, operations: keyed })).toThrow(
      "getAccount has a key, so it answers 409 too, which the contract does not say",
    );
  });
});
