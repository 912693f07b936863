import type { Figure, Measurement } from "../figure";
import { median } from "../median";
import { manySpokes } from "./many-spokes";
import { synthesiseRouting } from "./synthesis";

const runs = 5;
const spokes = 1_000;

/** What `npm run bench -- routing` measures. */
export const measurements: readonly Measurement[] = [measureRouting];

async function* measureRouting(): AsyncGenerator<Figure> {
  const zone = manySpokes(spokes);
  const results = Array.from({ length: runs }, () => synthesiseRouting(zone));
  const sizes = [...(results[0]?.resources ?? [])];
  const of = `the routing stacks of ${spokes.toLocaleString("en")} spokes`;
  yield* [
    {
      name: `processor time to synthesise ${of}, ${sizes.length} of them`,
      value: Math.round(median(results.map(({ milliseconds }) => milliseconds))),
      unit: "ms",
      aim: { atMost: 3_000 },
    },
    {
      name: `resources in the largest of ${of}`,
      value: Math.max(...sizes.map(([, size]) => size)),
      unit: "resources",
      aim: { atMost: 1_500 },
    },
  ];
}
