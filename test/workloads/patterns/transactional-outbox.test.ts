import { describe, expect, jest, test } from "@jest/globals";
import { announce } from "../../../examples/patterns/services/transactional-outbox/handlers/announce";
import { transactionalOutbox } from "../../../examples/patterns/services/transactional-outbox/service";
import { bus, outbox } from "../../../workloads/service-definition";
import { logger } from "../../../workloads/runtime/telemetry";
import { changes, testConsumer } from "../../../workloads/testing";

describe("an outbox", () => {
  test("is a table, the consumer of what is new in it, and what a function uses that tells", () => {
    expect(outbox("told", { announcedBy: "announce", publishing: bus.publish("Noted.v1") })).toEqual({
      tables: { told: { partitionKey: "id", expiresAt: "expiresAt", stream: true } },
      consumers: {
        announce: {
          from: { kind: "stream", name: "told", changes: ["INSERT"] },
          key: "after.id",
          uses: [{ kind: "bus", name: "central", actions: ["Noted.v1"] }],
        },
      },
      tells: { kind: "table", name: "told", actions: ["PutItem"] },
    });
  });

  test("publishes what is in it again after a failure, and once when it was published", async () => {
    logger.setLogLevel("SILENT");
    const send = jest.fn<(body: unknown) => Promise<void>>();
    send.mockRejectedValueOnce(new Error("no queue"));
    const deliver = testConsumer(transactionalOutbox, "announce", announce, {
      tables: {},
      buckets: {},
      queues: { greetings: { send } },
    });
    const after = { id: "signed-up-1", signupId: "1", expiresAt: 1 };
    const stored = changes({ kind: "INSERT", keys: { id: after.id }, id: "change-1", after });
    expect((await deliver(stored)).batchItemFailures).toHaveLength(1);
    expect((await deliver(stored)).batchItemFailures).toEqual([]);
    expect((await deliver(stored)).batchItemFailures).toEqual([]);
    expect(send.mock.calls).toEqual([[{ id: after.id, signupId: "1" }], [{ id: after.id, signupId: "1" }]]);
  });
});
