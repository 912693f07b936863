import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import { stacksOf } from "../../declaration/stacks";
import {
  initialState,
  nextToStart,
  notReached,
  type RunState,
  startable,
  type StackStatus,
} from "../../delivery/schedule";
import { withIds } from "../fixtures/ids";

const fresh = loadZone(join(__dirname, "../../zone"));
const locked = withIds(fresh);

function ids(zone: LandingZone, state: RunState): string[] {
  return startable(zone, state).map((spec) => spec.id);
}

function stateOf(statuses: Readonly<Record<string, StackStatus>>, only: readonly string[] = []): RunState {
  return new Map([...initialState(locked, only), ...Object.entries(statuses)]);
}

describe("what can start", () => {
  test("on a fresh zone: the organisation alone", () => {
    expect(ids(fresh, initialState(fresh, []))).toEqual(["org"]);
  });

  test("on a running zone: the organisation first, then all that comes after it, the longest chain first", () => {
    expect(ids(locked, initialState(locked, []))).toEqual(["org"]);
    expect(ids(locked, stateOf({ org: "done" }))).toEqual(["logs", "network", "events", "identity", "security"]);
  });

  test("nothing whose ids are not locked, even when the stacks before it are done", () => {
    expect(ids(fresh, stateOf({ org: "done" }))).toEqual([]);
  });

  test("accounts that others wait for before those that nobody does", () => {
    const done = stateOf({
      org: "done",
      identity: "done",
      logs: "done",
      trail: "done",
      security: "done",
      network: "done",
      events: "done",
    });
    const order = ids(locked, done);
    expect(order.indexOf("orders-dev")).toBeLessThan(order.indexOf("audit"));
    expect(order).toHaveLength(locked.accounts.length);
  });

  test("a selected stack whose predecessors are not selected", () => {
    expect(ids(locked, initialState(locked, ["network"]))).toEqual(["network"]);
  });

  test("a stack only after the selected ones before it", () => {
    const state = initialState(locked, ["routing", "orders-dev"]);
    expect(ids(locked, state)).toEqual(["orders-dev"]);
    expect(ids(locked, new Map([...state, ["orders-dev", "done"]]))).toEqual(["routing"]);
  });

  test("every stack once, when each is done as soon as it started", () => {
    const state = new Map<string, StackStatus>(initialState(locked, []));
    const order: string[] = [];
    for (let next = ids(locked, state); next.length > 0; next = ids(locked, state)) {
      for (const id of next) state.set(id, "done");
      order.push(...next);
    }
    expect([...order].sort()).toEqual(
      stacksOf(locked)
        .map(({ id }) => id)
        .sort(),
    );
    for (const spec of stacksOf(locked)) {
      for (const earlier of spec.after) expect(order.indexOf(earlier)).toBeLessThan(order.indexOf(spec.id));
    }
  });
});

describe("what starts next", () => {
  const platform: Readonly<Record<string, StackStatus>> = {
    org: "done",
    identity: "done",
    logs: "done",
    security: "done",
    network: "done",
    events: "done",
  };
  /** Accounts with a service, which routing waits for. */
  const hosts = locked.accounts.filter(({ service }) => service !== undefined).map(({ name }) => name);
  const allDone = (stacks: readonly string[]): Readonly<Record<string, StackStatus>> =>
    Object.fromEntries(stacks.map((id) => [id, "done"]));
  const next = (statuses: Readonly<Record<string, StackStatus>>, parallelism: number): string[] =>
    nextToStart(locked, stateOf(statuses), parallelism).map(({ id }) => id);

  test("what others wait for takes every free place", () => {
    const awaited = [...hosts, "shared-services"];
    expect(next(platform, 16)).toEqual(awaited);
    expect(next({ ...platform, audit: "running", trail: "running" }, 4)).toEqual(awaited.slice(0, 2));
  });

  test("what nobody waits for leaves half of the places free while something others wait for is under way", () => {
    const state = {
      ...allDone(["events", "fulfilment-dev", "fulfilment-prod", "notifications-prod", "reports-prod"]),
      ...({ org: "done", logs: "done", network: "running", identity: "running" } as const),
    };
    expect(next(state, 8)).toHaveLength(2);
    expect(next({ ...state, trail: "running", audit: "running" }, 8)).toEqual([]);
  });

  test("with nothing in a hurry, all places are taken, the end of the longest chain first", () => {
    const order = next({ ...platform, ...allDone([...hosts, "shared-services", "routing"]) }, 10);
    expect(order).toHaveLength(10);
    expect(order.slice(0, 8)).toEqual([
      "fulfilment-dev-fulfilment",
      "fulfilment-prod-fulfilment",
      "notifications-prod-notifications",
      "orders-dev-orders",
      "orders-prod-orders",
      "payments-dev-payments",
      "payments-prod-payments",
      "reports-prod-reports",
    ]);
  });
});

describe("what is not reached", () => {
  test("names the failed stack for those after it, and those after these", () => {
    const reasons = notReached(locked, stateOf({ org: "done", network: "done", logs: "failed" }));
    expect(reasons.get("trail")).toBe("comes after logs, which was not deployed");
    expect(reasons.get("routing")).toMatch(
      /^comes after logs, fulfilment-dev, .*, orders-dev, .*, which were not deployed$/,
    );
    expect(reasons.has("security")).toBe(true);
  });

  test("names the missing ids and the stack that makes them", () => {
    expect(notReached(fresh, initialState(fresh, ["logs"])).get("logs")).toBe(
      "logs is not ready; it waits for organization, account/management, account/log-archive (stack org makes it)",
    );
  });
});

test("a stack the zone does not have is refused with the list of those it has", () => {
  expect(() => initialState(fresh, ["orders-test"])).toThrow("the zone has no stack orders-test");
});
