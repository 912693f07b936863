import { all, allowed } from "../../engine/symbolic/build";
import { witness } from "../../engine/symbolic/witness";
import type { Figure } from "../figure";
import { median } from "../median";
import { questionCase } from "./question-case";

const runs = 5;

/**
 * What a question of the audit costs: whether a claim holds on a path, over 200 paths of 60 statements. The first run builds the sets and finds the
 * cells of every key; later ones find both known, but search again.
 */
export async function* measureQuestions(): AsyncGenerator<Figure> {
  const { paths, questions, freshDomains } = questionCase();
  let asked = 0;
  let refuted = 0;
  const run = (): number => {
    const started = performance.now();
    asked = refuted = 0;
    const domainOf = freshDomains();
    for (const bounds of paths) {
      for (const { action, claimed } of questions) {
        const set = all([allowed(bounds, action.name), claimed]);
        if (witness(set, action.name, domainOf(action)) !== undefined) refuted++;
        asked++;
      }
    }
    return ((performance.now() - started) * 1000) / asked;
  };
  const first = run();
  if (refuted > 0) throw new Error(`${refuted} of ${asked} claims are refuted; the root denies them all`);
  const again = median(Array.from({ length: runs }, run));
  yield* [
    {
      name: `a claim on a path of 60 statements, asked first (${asked} questions)`,
      value: first,
      unit: "µs",
      aim: { atMost: 200 },
    },
    { name: "the same asked of another account of the same shape", value: again, unit: "µs", aim: { atMost: 100 } },
  ];
}
