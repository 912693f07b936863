import type { LandingZone } from "../declaration/model";
import { selectedStacks } from "../declaration/selected-stacks";
import { type StackSpec, stacksOf } from "../declaration/stacks";
import { describeWaiting, waitingFor } from "../declaration/waiting";

/** What happened to a stack in this run; `waiting` is not started. */
export type StackStatus = "waiting" | "running" | "done" | "failed";

/** Status of each selected stack, by id. What is not in it was not selected. */
export type RunState = ReadonlyMap<string, StackStatus>;

/**
 * The state before anything ran.
 * @param only ids of the stacks to deploy; all of the zone when empty
 * @throws UserError for a stack the zone does not have
 */
export function initialState(zone: LandingZone, only: readonly string[]): RunState {
  const selected = selectedStacks(zone, only.length === 0 ? undefined : only);
  return new Map(selected.map(({ id }) => [id, "waiting"]));
}

/**
 * Stacks that can start now, the most urgent first: every selected stack before them is done and every id they need is locked.
 * Urgent is what the longest chain of other stacks waits for.
 */
export function startable(zone: LandingZone, state: RunState): readonly StackSpec[] {
  const specs = stacksOf(zone);
  const urgency = chainLengths(specs);
  return specs
    .filter((spec) => state.get(spec.id) === "waiting")
    .filter((spec) => spec.after.every((id) => (state.get(id) ?? "done") === "done"))
    .filter((spec) => waitingFor(zone, spec).length === 0)
    .map((spec, place) => ({ spec, place }))
    .sort((a, b) => (urgency.get(b.spec.id) ?? 0) - (urgency.get(a.spec.id) ?? 0) || a.place - b.place)
    .map(({ spec }) => spec);
}

/** Why each stack that is still waiting cannot start, by id, when nothing runs any more. */
export function notReached(zone: LandingZone, state: RunState): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const spec of stacksOf(zone).filter(({ id }) => state.get(id) === "waiting")) {
    const stopped = spec.after.filter((id) => state.get(id) === "failed" || reasons.has(id));
    const reason =
      stopped.length > 0
        ? `comes after ${stopped.join(", ")}, which ${stopped.length === 1 ? "was" : "were"} not deployed`
        : describeWaiting(zone, spec);
    reasons.set(spec.id, reason);
  }
  return reasons;
}

/**
 * Which of the startable stacks to start now. A stack that others wait for always takes a free place. While one is under way or about
 * to be, those that nobody waits for leave half of the places free, for two cores do not make eight stacks faster than
 * four. Of these the last of the longest chain goes first.
 * @param parallelism how many stacks may run at once
 */
export function nextToStart(zone: LandingZone, state: RunState, parallelism: number): readonly StackSpec[] {
  const specs = stacksOf(zone);
  const behind = chainLengths(specs);
  const before = depths(specs);
  const isAwaited = (id: string): boolean => (behind.get(id) ?? 0) > 0;
  const running = [...state].filter(([, status]) => status === "running").map(([id]) => id);
  const ready = startable(zone, state);
  const free = parallelism - running.length;
  const awaited = ready.filter(({ id }) => isAwaited(id)).slice(0, free);
  const hurry = awaited.length > 0 || running.some(isAwaited);
  const limit = hurry ? Math.ceil(parallelism / 2) : parallelism;
  const others = ready
    .filter(({ id }) => !isAwaited(id))
    .sort((a, b) => (before.get(b.id) ?? 0) - (before.get(a.id) ?? 0))
    .slice(0, Math.max(0, limit - running.length - awaited.length));
  return [...awaited, ...others];
}

/** For each stack, how many stacks the longest chain before it has. `specs` is in deployment order. */
function depths(specs: readonly StackSpec[]): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const spec of specs) lengths.set(spec.id, Math.max(0, ...spec.after.map((id) => (lengths.get(id) ?? 0) + 1)));
  return lengths;
}

/** For each stack, how many stacks the longest chain behind it has. `specs` is in deployment order. */
function chainLengths(specs: readonly StackSpec[]): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const spec of [...specs].reverse()) {
    const own = lengths.get(spec.id) ?? 0;
    for (const id of spec.after) lengths.set(id, Math.max(lengths.get(id) ?? 0, own + 1));
  }
  return lengths;
}
