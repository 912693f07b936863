import { expect, test } from "@jest/globals";
import { isExempt } from "../../../engine/decide/exempt";
import { CannotTell } from "../../../engine/symbolic/cannot-tell";
import { truthOf } from "../../../engine/symbolic/truth";
import { witness } from "../../../engine/symbolic/witness";
import { randomFormula, smallRequests } from "./brute-force";
import { everything, random } from "./random-policies";

test("a set proved empty holds none of the requests that can be tried one by one, and every witness is in its set", () => {
  const count = { empty: 0, found: 0, unknown: 0 };
  const from = random(3);
  for (let each = 0; each < 600; each++) {
    const { formula, about } = randomFormula(from);
    try {
      const request = witness(formula, "s3:PutObject", everything);
      count[request === undefined ? "empty" : "found"]++;
      if (request !== undefined) {
        if (!truthOf(formula, request)) throw new Error(`not in the set: ${JSON.stringify(request)}`);
        continue;
      }
      for (const tried of smallRequests(from, about, 100)) {
        if (isExempt(undefined, tried.context)) continue;
        if (truthOf(formula, tried)) throw new Error(`not empty: ${JSON.stringify({ tried, formula })}`);
      }
    } catch (error) {
      if (!(error instanceof CannotTell)) throw error;
      count.unknown++;
    }
  }
  expect(count.empty).toBeGreaterThan(100);
});
