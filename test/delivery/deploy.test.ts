import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import type { StackSpec } from "../../declaration/stacks";
import { deploy, type DeployOptions } from "../../delivery/deploy";
import type { DeployEvent, StackResult } from "../../delivery/deployment";
import { producerOf } from "../../declaration/id-producers";
import type { IdKey } from "../../declaration/ids";
import { lockIds } from "../../delivery/lock-ids";
import { withIds } from "../fixtures/ids";

const sample = join(__dirname, "../../zone");

/** A copy of the sample zone, with AWS played by the fixture of ids: each stack locks those it makes. */
function play(
  changes: Partial<DeployOptions> = {},
  fail: readonly string[] = [],
  duringStack: (id: string) => void = () => undefined,
  synthesise: () => Promise<void> = () => Promise.resolve(),
) {
  const directory = mkdtempSync(join(tmpdir(), "landfall-deploy-"));
  const zoneDirectory = join(directory, "zone");
  cpSync(sample, zoneDirectory, { recursive: true });
  const made = withIds(loadZone(zoneDirectory)).ids.entries();
  const events: DeployEvent[] = [];
  let running = 0;
  let mostAtOnce = 0;
  const deployStack = async (_run: unknown, _zone: unknown, spec: StackSpec): Promise<StackResult> => {
    mostAtOnce = Math.max(mostAtOnce, ++running);
    await new Promise((resume) => setTimeout(resume, 1));
    duringStack(spec.id);
    running -= 1;
    if (fail.includes(spec.id))
      return { stack: spec.id, status: "failed", seconds: 0, errors: ["Error: no"], logFile: "x" };
    const own = Object.fromEntries(made.filter(([key]) => producerOf(key as IdKey) === spec.id));
    const ids = lockIds(zoneDirectory, own).changes;
    return { stack: spec.id, status: "done", seconds: 0, counts: { added: 1, changed: 0, destroyed: 0 }, ids };
  };
  const deployment = deploy(
    {
      zoneDirectory,
      outDirectory: join(directory, "out"),
      credentialsFor: () => Promise.resolve({}),
      terraformEnv: {},
      onEvent: (event) => events.push(event),
      parallelism: 3,
      ...changes,
    },
    { synthesise, deployStack },
  );
  return deployment.then((result) => ({ result, events, zoneDirectory, mostAtOnce, started: startedIn(events) }));
}

function startedIn(events: readonly DeployEvent[]): string[] {
  return events.flatMap((event) => (event.type === "started" ? [event.stack] : []));
}

describe("a deployment of the sample zone", () => {
  test("goes from nothing locked to every stack done, never more at once than allowed", async () => {
    const { result, started, mostAtOnce } = await play();
    expect(result.stacks.map(({ status }) => status)).toEqual(result.stacks.map(() => "done"));
    expect(started).toHaveLength(30);
    expect(started[0]).toBe("org");
    expect(mostAtOnce).toBe(3);
  });

  test("leaves every id in the lock file, and a range for every network", async () => {
    const { zoneDirectory } = await play();
    const zone = loadZone(zoneDirectory);
    expect(zone.ids.entries()).toEqual(
      withIds(zone)
        .ids.entries()
        .filter(([key]) => producerOf(key as IdKey)),
    );
    expect(zone.accounts.filter(({ network }) => network && !network.cidr)).toEqual([]);
  });

  test("synthesises each stack once, and only when it is ready", async () => {
    const { events, started } = await play();
    const synthesised = events.flatMap((event) => (event.type === "synthesised" ? event.stacks : []));
    expect([...synthesised].sort()).toEqual([...started].sort());
    expect(events.find(({ type }) => type === "synthesised")).toMatchObject({ stacks: ["org"] });
  });

  test.each([1, 2, 4, 8])("goes on when stacks end while others are synthesised, %i at once", async (parallelism) => {
    const slow = (): Promise<void> => new Promise((resume) => setTimeout(resume, 20));
    const { result } = await play({ parallelism }, [], undefined, slow);
    expect(result.stacks.filter(({ status }) => status !== "done")).toEqual([]);
  });

  test("stops only what comes after a stack that failed", async () => {
    const { result } = await play({}, ["orders-dev"]);
    const unfinished = result.stacks
      .filter(({ status }) => status !== "done")
      .map(({ stack, status }) => [stack, status]);
    expect(unfinished).toEqual([
      ["orders-dev", "failed"],
      ["routing", "not-reached"],
      ["fulfilment-dev-fulfilment", "not-reached"],
      ["fulfilment-prod-fulfilment", "not-reached"],
      ["notifications-prod-notifications", "not-reached"],
      ["orders-dev-orders", "not-reached"],
      ["orders-prod-orders", "not-reached"],
      ["payments-dev-payments", "not-reached"],
      ["payments-prod-payments", "not-reached"],
      ["reports-prod-reports", "not-reached"],
    ]);
  });

  test("deploys the named stacks alone", async () => {
    const { started } = await play({ only: ["org"] });
    expect(started).toEqual(["org"]);
  });

  test("starts nothing more once it is interrupted, and waits for what runs", async () => {
    const stop = new AbortController();
    const { result, started } = await play({ stop: stop.signal }, [], (id) => id === "logs" && stop.abort());
    expect(result.interrupted).toBe(true);
    expect(started).not.toContain("trail");
    expect(result.stacks.find(({ stack }) => stack === "trail")).toMatchObject({
      status: "not-reached",
      reason: "interrupted before its turn",
    });
    expect(result.stacks.find(({ stack }) => stack === "logs")).toMatchObject({ status: "done" });
  });

  test("run again changes nothing in the lock file", async () => {
    const { zoneDirectory } = await play();
    const before = readFileSync(join(zoneDirectory, "ids.lock.json"), "utf8");
    await play({ zoneDirectory });
    expect(readFileSync(join(zoneDirectory, "ids.lock.json"), "utf8")).toBe(before);
  });
});
