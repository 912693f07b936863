import { join } from "node:path";
import type { Figure, Measurement } from "../figure";
import { median } from "../median";
import { functions, type Zips } from "./compared";
import { type Run, runBundle } from "./run-bundle";

const invocations = 10_000;
/** What else a machine does comes and goes: ours and the others' runs take turns. */
const rounds = 5;
const starts = 15;

/** What a function is compared with. An aim is of a handler that does the same work: of a consumer, the careful one. */
function baselines({
  bare,
  careful,
}: Zips): readonly { readonly name: string; readonly zip: Uint8Array; readonly isAim: boolean }[] {
  return [
    { name: "a bare handler", zip: bare, isAim: careful === undefined },
    ...(careful === undefined
      ? []
      : [{ name: "one that handles a delivery once, by hand", zip: careful, isAim: true }]),
  ];
}

/** Runs of a bundle and of the other, in turns. */
function inTurns(count: number, ours: () => Run, other: () => Run): readonly [readonly Run[], readonly Run[]] {
  const pairs = Array.from({ length: count }, () => [ours(), other()] as const);
  return [pairs.map(([run]) => run), pairs.map(([, run]) => run)];
}

/** What is loaded, and how long that takes. */
async function* starting(): AsyncIterable<Figure> {
  for (const { id, event, zips: make } of functions()) {
    const zips = make();
    for (const { name, zip, isAim } of baselines(zips)) {
      const run = (of: Uint8Array) => () => runBundle(of, event, 0);
      const [ours, others] = inTurns(starts, run(zips.ours), run(zip));
      const bytes = others[0]?.bytes ?? 0;
      yield {
        name: `${id}: bundle, not zipped`,
        value: ours[0]?.bytes ?? 0,
        unit: "bytes",
        ...(isAim ? { aim: { atMost: 1.5 * bytes } } : {}),
        baseline: { name, value: bytes },
      };
      const cold = (of: readonly Run[]): number => median(of.map(({ importMilliseconds }) => importMilliseconds));
      yield {
        name: `${id}: cold import`,
        value: cold(ours),
        unit: "ms",
        ...(isAim ? { aim: { atMost: cold(others) + 40 } } : {}),
        baseline: { name, value: cold(others) },
      };
    }
  }
}

/** What an invocation takes when AWS answers at once. */
async function* invoking(): AsyncIterable<Figure> {
  const stub = { "@smithy/node-http-handler": join(__dirname, "stub-http-handler.ts") };
  for (const { id, event, zips: make } of functions()) {
    const zips = make(stub);
    for (const { name, zip, isAim } of baselines(zips)) {
      const run = (of: Uint8Array) => () => runBundle(of, event, invocations / rounds);
      const [ours, others] = inTurns(rounds, run(zips.ours), run(zip));
      const p50 = (of: readonly Run[]): number => median(of.map(({ p50Milliseconds }) => p50Milliseconds));
      yield {
        name: `${id}: p50 of ${invocations.toLocaleString("en")} invocations`,
        value: p50(ours),
        unit: "ms",
        ...(isAim ? { aim: { atMost: p50(others) + 1 } } : {}),
        baseline: { name, value: p50(others) },
      };
    }
  }
}

export const measurements: readonly Measurement[] = [starting, invoking];
