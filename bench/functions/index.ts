import { join } from "node:path";
import type { Figure, Measurement } from "../figure";
import { median } from "../median";
import { functions } from "./compared";
import { type Run, runBundle } from "./run-bundle";

const invocations = 10_000;
const starts = 9;

/** What is loaded, and how long that takes. */
async function* starting(): AsyncIterable<Figure> {
  for (const { id, event, zips } of functions()) {
    const [ours, bare] = zips();
    const runs = (zip: Uint8Array): readonly Run[] => Array.from({ length: starts }, () => runBundle(zip, event, 0));
    const [ourRuns, bareRuns] = [runs(ours), runs(bare)];
    const bytes = bareRuns[0]?.bytes ?? 0;
    yield {
      name: `${id}: bundle, not zipped`,
      value: ourRuns[0]?.bytes ?? 0,
      unit: "bytes",
      aim: { atMost: 1.5 * bytes },
      baseline: { name: "a bare handler", value: bytes },
    };
    const cold = (of: readonly Run[]): number => median(of.map(({ importMilliseconds }) => importMilliseconds));
    yield {
      name: `${id}: cold import`,
      value: cold(ourRuns),
      unit: "ms",
      aim: { atMost: cold(bareRuns) + 40 },
      baseline: { name: "a bare handler", value: cold(bareRuns) },
    };
  }
}

/** What an invocation takes when AWS answers at once. */
async function* invoking(): AsyncIterable<Figure> {
  const stub = { "@smithy/node-http-handler": join(__dirname, "stub-http-handler.ts") };
  for (const { id, event, zips } of functions()) {
    const [ours, bare] = zips(stub);
    const bareMilliseconds = runBundle(bare, event, invocations).p50Milliseconds;
    yield {
      name: `${id}: p50 of ${invocations.toLocaleString("en")} invocations`,
      value: runBundle(ours, event, invocations).p50Milliseconds,
      unit: "ms",
      aim: { atMost: bareMilliseconds + 1 },
      baseline: { name: "a bare handler", value: bareMilliseconds },
    };
  }
}

export const measurements: readonly Measurement[] = [starting, invoking];
