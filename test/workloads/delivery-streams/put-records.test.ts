import { describe, expect, test } from "@jest/globals";
import { DeliveryError, type Put, putRecords } from "../../../workloads/delivery-streams/runtime/put-records";

const clock = { sleep: () => Promise.resolve(), random: () => 0 };
const textOf = (line: Uint8Array): string => Buffer.from(line).toString();
const taken = { ErrorCode: undefined };

/** Records what each call put; `answer` says what comes of each of its lines. */
function recording(answer: (line: string, call: number) => { ErrorCode: string | undefined }) {
  const calls: string[][] = [];
  const put: Put = (lines) => {
    const texts = lines.map(textOf);
    calls.push(texts);
    return Promise.resolve(texts.map((text) => answer(text, calls.length)));
  };
  return { calls, put };
}

describe("records that are put", () => {
  test("are a line of JSON each", async () => {
    const { calls, put } = recording(() => taken);
    await putRecords([{ id: 1, text: "a\nb" }, { id: 2 }], put, clock);
    expect(calls).toEqual([['{"id":1,"text":"a\\nb"}\n', '{"id":2}\n']]);
  });

  test("are put again where they were refused, and only those", async () => {
    const refused = { ErrorCode: "ServiceUnavailableException" };
    const { calls, put } = recording((line, call) => (call === 1 && line === "2\n" ? refused : taken));
    await putRecords([1, 2, 3], put, clock);
    expect(calls).toEqual([["1\n", "2\n", "3\n"], ["2\n"]]);
  });

  test("are named when they are refused to the end", async () => {
    const { calls, put } = recording((line) => (line === "2\n" ? { ErrorCode: "Slow" } : taken));
    const error: unknown = await putRecords([1, 2], put, clock).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DeliveryError);
    expect((error as DeliveryError).refused.map(({ line, code }) => [textOf(line), code])).toEqual([["2\n", "Slow"]]);
    expect(calls).toHaveLength(4);
  });

  test("go in as many calls as 500 records and 4 MiB need", async () => {
    const { calls, put } = recording(() => taken);
    await putRecords(
      Array.from({ length: 501 }, (_, at) => at),
      put,
      clock,
    );
    expect(calls.map((lines) => lines.length)).toEqual([500, 1]);
    const large = recording(() => taken);
    await putRecords(
      Array.from({ length: 5 }, () => "x".repeat(900 * 1024)),
      large.put,
      clock,
    );
    expect(large.calls.map((lines) => lines.length)).toEqual([4, 1]);
  });

  test("are refused before anything is put when one is too large", async () => {
    const { calls, put } = recording(() => taken);
    await expect(putRecords([1, "x".repeat(1024 * 1024)], put, clock)).rejects.toThrow("is too large");
    expect(calls).toEqual([]);
  });
});
