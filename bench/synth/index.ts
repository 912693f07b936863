import { rmSync } from "node:fs";
import type { Figure, Measurement } from "../figure";
import { median } from "../median";
import { compare, costOfStacks } from "./measure";
import { firstTeam, writeZoneOfSpokes } from "./zone-of-spokes";

/** Accounts, and how often each is measured: the big ones take long enough to be steady. */
const sizes = [
  { accounts: 10, runs: 5 },
  { accounts: 100, runs: 3 },
  { accounts: 1000, runs: 1 },
] as const;
const runsAlone = 5;

/** What `npm run bench -- synth` measures: CPU time, since a machine is seldom alone. */
export const measurements: readonly Measurement[] = [measureSynthesis];

async function* measureSynthesis(): AsyncGenerator<Figure> {
  const alone: { whole: number; synthesis: number }[] = [];
  for (const { accounts, runs } of sizes) {
    const zone = writeZoneOfSpokes(accounts);
    try {
      yield* figuresOf(accounts, zone, runs);
      const costs = costOfStacks(zone, [firstTeam], runsAlone);
      alone.push({
        whole: median(costs.map(({ process }) => process)),
        synthesis: median(costs.map(({ synthesis }) => synthesis)),
      });
    } finally {
      rmSync(zone, { recursive: true });
    }
  }
  const [small, large] = [alone[0], alone.at(-1)];
  if (small === undefined || large === undefined) return;
  const ratio = large.whole / small.whole;
  const name = "one account's stack alone, process start included";
  yield { name: `${name}, at 10 accounts`, value: small.whole, unit: "CPU ms" };
  yield { name: `${name}, at 1,000 accounts`, value: large.whole, unit: "CPU ms" };
  yield { name: "the second by the first", value: ratio, unit: "times", aim: { atMost: 1.5 } };
  yield { name: "of it after modules are loaded, at 10 accounts", value: small.synthesis, unit: "CPU ms" };
  yield { name: "of it after modules are loaded, at 1,000 accounts", value: large.synthesis, unit: "CPU ms" };
}

function* figuresOf(accounts: number, zone: string, runs: number): Generator<Figure> {
  const { withLandfall, without } = compare(zone, runs);
  const size = `${accounts.toLocaleString("en")} accounts`;
  const [ours, theirs] = [withLandfall, without].map((costs) => ({
    synthesis: median(costs.map(({ synthesis }) => synthesis)),
    memory: median(costs.map(({ memory }) => memory)),
  }));
  if (ours === undefined || theirs === undefined) return;
  const resources = (withLandfall[0]?.resources ?? 0).toLocaleString("en");
  const raw = { name: "the same resources straight on CDKTF", value: theirs.synthesis };
  yield { name: `synthesis of ${size}, ${resources} resources`, value: ours.synthesis, unit: "CPU ms", baseline: raw };
  const ratio = ours.synthesis / theirs.synthesis;
  yield { name: `what Landfall costs above CDKTF at ${size}`, value: ratio, unit: "times", aim: { atMost: 1.25 } };
  const rawMemory = { name: "straight on CDKTF", value: theirs.memory };
  yield { name: `memory at ${size}`, value: ours.memory, unit: "MiB", baseline: rawMemory };
}
