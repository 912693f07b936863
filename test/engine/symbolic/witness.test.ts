import { expect, test } from "@jest/globals";
import { isExempt } from "../../../engine/decide/exempt";
import { CannotTell } from "../../../engine/symbolic/cannot-tell";
import type { Domain } from "../../../engine/symbolic/domain";
import { truthOf } from "../../../engine/symbolic/truth";
import { witness } from "../../../engine/symbolic/witness";
import { soakFactor } from "../../soak-factor";
import { randomFormula, smallRequests } from "./brute-force";
import { everything, random } from "./random-policies";

test(
  "a set proved empty holds none of the requests that can be tried one by one, and every witness is in its set",
  () => {
    const count = { empty: 0, found: 0, unknown: 0 };
    const from = random(3);
    for (let each = 0; each < 500 * soakFactor; each++) {
      const { formula, about } = randomFormula(from);
      try {
        const request = witness(formula, "s3:PutObject", everything);
        count[request === undefined ? "empty" : "found"]++;
        if (request !== undefined) {
          if (!truthOf(formula, request)) throw new Error(`not in the set: ${JSON.stringify(request)}`);
          continue;
        }
        for (const tried of smallRequests(from, about, 200)) {
          if (isExempt(undefined, tried.context)) continue;
          if (truthOf(formula, tried)) throw new Error(`not empty: ${JSON.stringify({ tried, formula })}`);
        }
      } catch (error) {
        if (!(error instanceof CannotTell)) throw error;
        count.unknown++;
      }
    }
    expect(count.empty).toBeGreaterThan(60);
  },
  120_000 * soakFactor,
);

test("requests tried one by one find what a search over too few values overlooks", () => {
  const from = random(5);
  const oneValue: Domain = {
    ...everything,
    keyDomain: () => ({ presence: "always", multivalued: false, values: ["x"] }),
  };
  let overlooked = 0;
  for (let each = 0; each < 60; each++) {
    const { formula, about } = randomFormula(from);
    if (witness(formula, "s3:PutObject", oneValue) !== undefined) continue;
    if ([...smallRequests(from, about, 200)].some((tried) => truthOf(formula, tried))) overlooked++;
  }
  expect(overlooked).toBeGreaterThan(5);
});
