import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { circuitBreaker } from "../../../workloads/patterns/circuit-breaker/runtime/circuit-breaker";
import type { BreakerTable } from "../../../workloads/patterns/circuit-breaker/runtime/circuit-table";
import { systemClock } from "../../../workloads/patterns/circuit-breaker/runtime/clock";
import { callOrPark, type ParkedCall, replay } from "../../../workloads/patterns/circuit-breaker/runtime/parked-calls";
import type { BreakerSettings } from "../../../workloads/patterns/circuit-breaker/runtime/state";
import { Refusal } from "../../../workloads/runtime/refusal";
import { logger } from "../../../workloads/runtime/telemetry";
import { type Call, interleaved, memoryTable, statesOf, testClock } from "./breaker-world";

const settings: BreakerSettings = {
  dependency: "carrier",
  timeoutSeconds: 2,
  failures: 3,
  openSeconds: 10,
  probes: 2,
  successes: 2,
};

// @ts-expect-error a breaker without a time limit does not compile
const unlimited: BreakerSettings = { dependency: "carrier", failures: 3, openSeconds: 10, probes: 1, successes: 1 };

const calls: fc.Arbitrary<readonly Call[]> = fc.array(
  fc.record<Call>({
    answers: fc.constantFrom("well", "badly", "badly", "never"),
    after: fc.constantFrom(0, 0, 0, 1500, 11_000),
  }),
  { minLength: 1, maxLength: 5 },
);

const holds = (conditional: boolean) =>
  fc.asyncProperty(fc.scheduler(), fc.array(calls, { minLength: 2, maxLength: 6 }), async (scheduler, functions) => {
    const { written, mostProbes } = await interleaved(scheduler, settings, functions, conditional);
    if (mostProbes > settings.probes) throw new Error(`${mostProbes} probes at once`);
    expect(written.map(({ state }) => state)).toEqual(statesOf(written, settings));
  });

beforeAll(() => logger.setLogLevel("SILENT"));

const works = () => Promise.resolve("booked");
const fails = () => Promise.reject(new Error("down"));

/** A breaker that has just opened. */
async function opened() {
  const { table, written } = memoryTable();
  const { clock, pass } = testClock();
  const breaker = circuitBreaker(settings, clock);
  for (let failed = 0; failed < settings.failures; failed += 1)
    await expect(breaker.call(table, fails)).rejects.toThrow("down");
  return { breaker, table, written, pass };
}

describe("a circuit breaker", () => {
  test("lets no more probes pass than it may, and is in the state that follows from what was told, in any order of things", async () => {
    expect(unlimited.timeoutSeconds).toBeUndefined();
    await fc.assert(holds(true), { numRuns: 60 });
  });

  test("does not, where writes have no condition", async () => {
    expect((await fc.check(holds(false), { numRuns: 300, endOnFailure: true })).failed).toBe(true);
  });

  test("opens after failures in a row, calls nothing, tries again in time, and closes", async () => {
    const { breaker, table, written, pass } = await opened();
    pass(settings.openSeconds * 1000 - 1);
    await expect(breaker.call(table, works)).rejects.toMatchObject({ name: "CircuitOpen", retryAfterSeconds: 0.001 });
    pass(1);
    for (let probed = 0; probed < settings.successes; probed += 1)
      expect(await breaker.call(table, works)).toBe("booked");
    expect(written.at(-1)).toMatchObject({ state: "closed", failures: 0, probes: {} });
    const writes = written.length;
    await breaker.call(table, works);
    expect(written).toHaveLength(writes);
  });

  test("gives a probe up whose function told nothing", async () => {
    const { breaker, table, written, pass } = await opened();
    pass(settings.openSeconds * 1000);
    const dead = circuitBreaker(settings, {
      ...systemClock,
      now: () => 1_010_000,
      within: () => new Promise(() => undefined),
    });
    void dead.call(table, works);
    void dead.call(table, works);
    await new Promise((resume) => setImmediate(resume));
    expect(Object.keys(written.at(-1)?.probes ?? {}).length).toBeGreaterThan(0);
    pass(2 * settings.timeoutSeconds * 1000 + 1);
    expect(await breaker.call(table, works)).toBe("booked");
  });

  test("takes a refusal for an answer, and what is late for a failure", async () => {
    const { table, written } = memoryTable();
    const quick = circuitBreaker({ ...settings, timeoutSeconds: 0.01, failures: 1 });
    const refuses = () => Promise.reject(new Refusal("TooHeavy", "30 kg at most"));
    await expect(quick.call(table, refuses)).rejects.toMatchObject({ name: "TooHeavy" });
    expect(written).toEqual([]);
    await expect(quick.call(table, () => new Promise(() => undefined))).rejects.toMatchObject({ name: "CallTimeout" });
    expect(written.at(-1)?.state).toBe("open");
  });

  test("lets calls pass while its state cannot be read", async () => {
    const gone: BreakerTable = { get: fails, put: fails };
    expect(await circuitBreaker(settings, testClock().clock).call(gone, works)).toBe("booked");
  });
});

describe("a call that is parked", () => {
  /** A queue whose messages the test delivers. */
  const queue = () => {
    const sent: { readonly body: ParkedCall<string>; readonly delay: number | undefined }[] = [];
    const reasons: string[] = [];
    return {
      sent,
      reasons,
      send: async (body: unknown, { DelaySeconds }: { DelaySeconds?: number | undefined } = {}) =>
        void sent.push({ body: body as ParkedCall<string>, delay: DelaySeconds }),
      park: async (_: unknown, reason: string) => void reasons.push(reason),
    };
  };
  const message = (body: ParkedCall<string>) => ({ id: "1", body, attributes: {}, deliveries: 1 });

  test("is made once the circuit lets it, and waits as long as it does not", async () => {
    const { breaker, table, pass } = await opened();
    const parked = queue();
    const access = { table, queue: parked };
    const made: string[] = [];
    const make = async (input: string) => void made.push(input);
    expect(await callOrPark(breaker, access, "parcel", make)).toEqual({ outcome: "parked" });
    const [first] = parked.sent;
    if (first === undefined) throw new Error("nothing is parked");
    expect(first).toMatchObject({ body: { failures: 0, input: "parcel" }, delay: 10 });
    await replay(breaker, access, message(first.body), make);
    expect(made).toEqual([]);
    expect(parked.sent[1]?.body).toMatchObject({ failures: 0, message: first.body.message.replace(/0$/, "1") });
    pass(settings.openSeconds * 1000);
    await replay(breaker, access, message(first.body), make);
    expect(made).toEqual(["parcel"]);
    expect(parked.sent).toHaveLength(2);
  });

  test("goes to the dead letters when it is refused, or fails again and again", async () => {
    const { table } = memoryTable();
    const parked = queue();
    const access = { table, queue: parked };
    const patient = circuitBreaker({ ...settings, failures: 100 }, testClock().clock);
    await callOrPark(patient, access, "parcel", fails);
    for (let index = 0; index < 4; index += 1) {
      const next = parked.sent[index];
      if (next === undefined) throw new Error("it is not parked again");
      await replay(patient, access, message(next.body), fails);
    }
    expect(parked.sent).toHaveLength(4);
    expect(parked.reasons).toEqual(["Error: down"]);
    const refuses = () => Promise.reject(new Refusal("TooHeavy", "30 kg at most"));
    await replay(patient, access, message({ message: "a.0", failures: 0, input: "parcel" }), refuses);
    expect(parked.reasons).toHaveLength(2);
    await expect(callOrPark(patient, access, "parcel", refuses)).rejects.toMatchObject({ name: "TooHeavy" });
  });
});
