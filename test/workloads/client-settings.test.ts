import { Readable } from "node:stream";
import { DynamoDBClient, type DynamoDBClientConfig, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "@jest/globals";
import { clientSettings } from "../../workloads/runtime/clients/settings";
import { timeouts } from "../../workloads/timeouts";

/** Calls a table that fails `failures` times before it answers: the times of the attempts, or the error. */
async function attempts(failures: number, settings: Partial<DynamoDBClientConfig> = {}): Promise<number[] | string> {
  const times: number[] = [];
  const handle = (): Promise<object> => {
    times.push(performance.now());
    const statusCode = times.length <= failures ? 503 : 200;
    const headers = { "content-type": "application/x-amz-json-1.0" };
    return Promise.resolve({ response: { statusCode, headers, body: Readable.from([Buffer.from("{}")]) } });
  };
  const client = new DynamoDBClient({
    region: "eu-west-1",
    credentials: { accessKeyId: "key", secretAccessKey: "secret" },
    ...clientSettings,
    requestHandler: { handle } as unknown as NonNullable<DynamoDBClientConfig["requestHandler"]>,
    ...settings,
  });
  try {
    await client.send(new GetItemCommand({ TableName: "orders", Key: { id: { S: "1" } } }));
    return times;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

describe("a handler's call to AWS", () => {
  test("gets over two failures, after pauses that no two calls share", async () => {
    const tried = await Promise.all([attempts(2), attempts(2), attempts(2)]);
    const pauses = tried.map((times) => (Array.isArray(times) ? (times[2] ?? 0) - (times[0] ?? 0) : Number.NaN));
    for (const times of tried) expect(times).toHaveLength(3);
    expect(new Set(pauses.map((pause) => pause.toFixed(1))).size).toBeGreaterThan(1);
  });

  test("does not without attempts after the first", async () => {
    expect(typeof (await attempts(2, { maxAttempts: 1 }))).toBe("string");
  });

  test("gives up on a failure that lasts, while its function still has time to say so", async () => {
    expect(typeof (await attempts(3))).toBe("string");
    // The longest pause of the mode `standard` is 20 s, which the third attempt is far from: 100 ms, then 200 ms at most.
    const longest = timeouts.sdkAttempts * timeouts.sdkRequestMilliseconds + 300;
    expect(longest).toBeLessThan(timeouts.functionSeconds * 1000);
    expect(timeouts.functionSeconds * 1000).toBeLessThan(timeouts.integrationMilliseconds);
    expect(timeouts.integrationMilliseconds).toBeLessThan(29_000);
    expect(6 * timeouts.consumerSeconds).toBeLessThanOrEqual(timeouts.visibilitySeconds);
  });
});
