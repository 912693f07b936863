import { expect, test } from "@jest/globals";
import { compileBounds } from "../../../engine/decide/compile";
import { decide } from "../../../engine/decide/decide";
import type { Verdict } from "../../../engine/decide/decision";
import { generator, randomly } from "./random";

test("the compiled decision is the plain one for 100,000 random pairs of bounds and request", () => {
  const random = randomly(generator(20260515));
  const seen: Record<Verdict, number> = { allowed: 0, "explicit-deny": 0, "implicit-deny": 0 };
  for (let path = 0; path < 2_000; path++) {
    const bounds = random.bounds();
    const compiled = compileBounds(bounds);
    for (let call = 0; call < 50; call++) {
      const request = random.request();
      const { verdict } = decide(bounds, request);
      seen[verdict]++;
      if (compiled(request) !== verdict)
        expect({ bounds, request, verdict: compiled(request) }).toEqual({ bounds, request, verdict });
    }
  }
  // Every verdict is common enough that agreement on it means something.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(10_000);
});

test("a request in between leaves nothing behind for the next one", () => {
  const random = randomly(generator(7));
  const bounds = random.bounds();
  const compiled = compileBounds(bounds);
  const requests = Array.from({ length: 200 }, () => random.request());
  const first = requests.map(compiled);
  expect([...requests].reverse().map(compiled).reverse()).toEqual(first);
});
