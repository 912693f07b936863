import type { Request } from "../../../engine/request";
import { condition, resourceAtom } from "../../../engine/symbolic/atoms";
import { all, any, not } from "../../../engine/symbolic/build";
import type { Formula } from "../../../engine/symbolic/formula";
import { keys, type Random, randomTest, resources } from "./random-policies";

/** A formula about two or three keys and perhaps the resource, and those keys. */
export function randomFormula(from: Random): { readonly formula: Formula; readonly about: typeof keys } {
  const about = [...new Set(from.some(keys, 3))];
  const atom = (): Formula =>
    from.chance(0.2)
      ? resourceAtom({ negated: from.chance(0.3), patterns: [from.pick(resourcePatterns)] }, "2012-10-17")
      : condition(randomTest(from, about), from.chance(0.9) ? "2012-10-17" : "2008-10-17");
  const tree = (depth: number): Formula => {
    if (depth === 0 || from.chance(0.2)) return from.chance(0.3) ? not(atom()) : atom();
    const parts = Array.from({ length: 2 + from.below(3) }, () => tree(depth - 1));
    return from.chance(0.6) ? all(parts) : any(parts);
  };
  return { formula: all(Array.from({ length: 1 + from.below(4) }, () => tree(2))), about };
}

const resourcePatterns = [
  "arn:aws:s3:::logs*",
  "arn:aws:s3:::*/a?",
  "arn:aws:s3:::${aws:PrincipalTag/team}",
  "arn:aws:*:*:*:b",
];

/** Requests about some keys, of values that a policy names and others beside them. */
export function* smallRequests(from: Random, about: typeof keys, count: number): Generator<Request> {
  const names = new Set([...about.map(({ name }) => name), "aws:PrincipalTag/team", "aws:RequestedRegion"]);
  const used = keys.filter(({ name }) => names.has(name));
  for (let each = 0; each < count; each++) {
    const context: Record<string, string | readonly string[]> = {};
    for (const key of used)
      if (from.chance(0.75)) context[key.name] = key.multivalued ? from.some(key.actual, 3) : from.pick(key.actual);
    yield { action: "s3:PutObject", resource: from.pick(resources), context };
  }
}
