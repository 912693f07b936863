import { compileBounds } from "../../engine/decide/compile";
import { decide } from "../../engine/decide/decide";
import type { Verdict } from "../../engine/decide/decision";
import type { Request } from "../../engine/request";
import type { Figure } from "../figure";
import { median } from "../median";
import { benchmarkBounds, benchmarkRequests } from "./decision-case";

const runs = 5;
const roundsCompiled = 500;
const roundsPlain = 5;

/** Concrete decisions on one thread for a four-level path of 15 statements over 2,000 actions, about half of them with conditions. */
export async function* measureDecisions(): AsyncGenerator<Figure> {
  const bounds = benchmarkBounds();
  const requests = benchmarkRequests();
  const compileTimes: number[] = [];
  const compiledRates: number[] = [];
  const plainRates: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    const compiled = compileBounds(bounds);
    // The first request of an action finds the statements that can apply to it: part of compiling.
    const expected = requests.map(compiled);
    compileTimes.push(performance.now() - started);
    plainRates.push(rate(requests, expected, roundsPlain, (request) => decide(bounds, request).verdict));
    compiledRates.push(rate(requests, expected, roundsCompiled, compiled));
  }
  const plain = { name: "decided without compiling", value: Math.round(median(plainRates)) };
  yield* [
    {
      name: "concrete decisions, compiled",
      value: Math.round(median(compiledRates)),
      unit: "decisions/s",
      aim: { atLeast: 2_000_000 },
      baseline: plain,
    },
    { name: "compiling a path for 2,000 actions", value: median(compileTimes), unit: "ms" },
  ];
}

/** Decisions per second. */
function rate(
  requests: readonly Request[],
  expected: readonly Verdict[],
  rounds: number,
  decideOne: (request: Request) => Verdict,
): number {
  const wanted = expected.filter((verdict) => verdict === "allowed").length * rounds;
  let allowed = 0;
  const started = performance.now();
  for (let round = 0; round < rounds; round++) {
    for (const request of requests) if (decideOne(request) === "allowed") allowed++;
  }
  const seconds = (performance.now() - started) / 1000;
  if (allowed !== wanted) throw new Error(`${allowed} requests were allowed instead of ${wanted}`);
  return (requests.length * rounds) / seconds;
}
