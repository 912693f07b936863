import { expect, test } from "@jest/globals";
import { manySpokes } from "../../bench/routing/many-spokes";
import { synthesiseRouting } from "../../bench/routing/synthesis";

test("the routes of 1,000 spokes are synthesised in less than 3 s of processor time, no stack with more than 1,500 resources", () => {
  const zone = manySpokes(1_000);
  const results = Array.from({ length: 3 }, () => synthesiseRouting(zone));
  const milliseconds = Math.min(...results.map((result) => result.milliseconds));
  const sizes = Object.fromEntries(results[0]?.resources ?? []);
  console.log(`${milliseconds.toFixed()} ms; ${JSON.stringify(sizes)}`);
  expect(milliseconds).toBeLessThan(3_000);
  expect(Object.keys(sizes)).toHaveLength(7);
  expect(Math.max(...Object.values(sizes))).toBeLessThanOrEqual(1_500);
  expect(Object.values(sizes).reduce((sum, size) => sum + size, 0)).toBeGreaterThan(3_000);

  // What the division is for.
  const whole = synthesiseRouting({ ...zone, network: { ...zone.network, routingStacks: "one" } });
  expect(whole.resources.get("routing")).toBeGreaterThan(3_000);
}, 120_000);
