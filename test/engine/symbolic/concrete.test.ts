import { expect, test } from "@jest/globals";
import { decide } from "../../../engine/decide/decide";
import { all, allowed, allowedBy, any } from "../../../engine/symbolic/build";
import { exempt } from "../../../engine/symbolic/exempt";
import { truthOf } from "../../../engine/symbolic/truth";
import { actions, random, randomBounds, randomRequest } from "./random-policies";

const paths = 1_000;
const requestsPerPath = 100;

test("the set of allowed requests holds just what the concrete evaluator allows, on 100,000 pairs of a path and a request", () => {
  const from = random(1);
  const count = { allowed: 0, denied: 0 };
  for (let path = 0; path < paths; path++) {
    const bounds = randomBounds(from);
    const sets = new Map(actions.map((action) => [action, any([exempt, allowed(bounds, action)])]));
    for (let each = 0; each < requestsPerPath; each++) {
      const request = randomRequest(from);
      const set = sets.get(request.action);
      const isAllowed = decide(bounds, request).verdict === "allowed";
      count[isAllowed ? "allowed" : "denied"]++;
      if (set === undefined || truthOf(set, request) !== isAllowed)
        throw new Error(`${isAllowed ? "allowed" : "not allowed"}: ${JSON.stringify({ request, bounds })}`);
    }
  }
  expect(count.allowed).toBeGreaterThan(10_000);
  expect(count.denied).toBeGreaterThan(10_000);
});

test("the comparison notices a set that leaves out the denials, and one that asks for an Allow at one level alone", () => {
  const from = random(2);
  const wrong = { withoutDenials: 0, withOneLevel: 0 };
  for (let path = 0; path < 300; path++) {
    const bounds = randomBounds(from);
    const request = randomRequest(from);
    const isAllowed = decide(bounds, request).verdict === "allowed";
    const allows = bounds.scp.map(({ policies }) =>
      any(policies.map(({ policy }) => allowedBy(policy, request.action))),
    );
    if (truthOf(any([exempt, all(allows)]), request) !== isAllowed) wrong.withoutDenials++;
    const last = { ...bounds, scp: bounds.scp.slice(-1) };
    if (truthOf(any([exempt, allowed(last, request.action)]), request) !== isAllowed) wrong.withOneLevel++;
  }
  expect(wrong.withoutDenials).toBeGreaterThan(10);
  expect(wrong.withOneLevel).toBeGreaterThan(10);
});
