import { describe, expect, test } from "@jest/globals";
import { arnMatcher } from "../../../engine/match/arn";
import { type Glob, globMatcher, globOf, matchesGlob, wildcard } from "../../../engine/match/glob";
import { resourceGlob } from "../../../engine/match/resource";
import { generator } from "../decide/random";

/** The same question asked of JavaScript's regular expressions. */
function expression(glob: Glob): RegExp {
  const source = glob.map((token) => {
    if (token === wildcard.any) return "[^]*";
    if (token === wildcard.one) return "[^]";
    if (token === wildcard.anyInSegment) return "[^:]*";
    if (token === wildcard.oneInSegment) return "[^:]";
    return `\\u${token.toString(16).padStart(4, "0")}`;
  });
  return new RegExp(`^${source.join("")}$`);
}

function words(alphabet: string, longest: number, seed: number): () => string {
  const next = generator(seed);
  return () =>
    Array.from(
      { length: Math.floor(next() * (longest + 1)) },
      () => alphabet[Math.floor(next() * alphabet.length)],
    ).join("");
}

const text = (pattern: string): Glob => globOf([{ is: "text", text: pattern }]);

describe("patterns match as regular expressions made from them do, 20,000 random ones each", () => {
  test("with stars that cross everything", () => {
    const [pattern, value] = [words("ab*?", 6, 1), words("ab", 8, 2)];
    let matches = 0;
    for (let round = 0; round < 20_000; round++) {
      const glob = text(pattern());
      const actual = value();
      const expected = expression(glob).test(actual);
      if (expected) matches++;
      if (matchesGlob(glob, actual) !== expected || globMatcher(glob)(actual) !== expected) {
        expect({ glob, actual }).toBe(expected);
      }
    }
    expect(matches).toBeGreaterThan(1_000);
  });

  test("with those of resources, which stop at colons but for the last of a segment", () => {
    const [pattern, value] = [words("a:*?", 7, 3), words("aa:", 8, 4)];
    let matches = 0;
    for (let round = 0; round < 20_000; round++) {
      const glob = resourceGlob([{ is: "text", text: pattern() }]);
      const actual = value();
      const expected = expression(glob).test(actual);
      if (expected) matches++;
      if (matchesGlob(glob, actual) !== expected || globMatcher(glob)(actual) !== expected) {
        expect({ glob, actual }).toBe(expected);
      }
    }
    expect(matches).toBeGreaterThan(1_000);
  });

  test("component by component for ARNs", () => {
    const [pattern, value] = [words("a*?", 2, 5), words("a", 2, 6)];
    const resource = words("a:", 3, 7);
    let matches = 0;
    for (let round = 0; round < 20_000; round++) {
      const parts = Array.from({ length: 6 }, (_, index) => `${pattern()}${index === 5 ? "*" : ""}`);
      const actual = [...Array.from({ length: 5 }, value), resource()].join(":");
      const [a, b, c, d, e, f] = parts.map((part) => expression(text(part)));
      const [first, second, third, fourth, fifth, ...rest] = actual.split(":");
      const expected = [
        a?.test(first ?? ""),
        b?.test(second ?? ""),
        c?.test(third ?? ""),
        d?.test(fourth ?? ""),
        e?.test(fifth ?? ""),
        f?.test(rest.join(":")),
      ].every(Boolean);
      if (expected) matches++;
      if (arnMatcher(text(parts.join(":")))(actual) !== expected) expect({ parts, actual }).toBe(expected);
    }
    expect(matches).toBeGreaterThan(200);
  });
});

test("a pattern made to be slow is matched in time that grows with the text alone", () => {
  const started = performance.now();
  expect(matchesGlob(text(`${"*a".repeat(30)}b`), "a".repeat(3_000))).toBe(false);
  expect(matchesGlob(resourceGlob([{ is: "text", text: `${"*a".repeat(30)}b` }]), "a".repeat(3_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test("a long text before a star is matched", () => {
  const long = "a".repeat(500_000);
  expect(globMatcher(text(`${long}*`))(`${long}b`)).toBe(true);
  expect(globMatcher(text(`${long}*`))(long.slice(1))).toBe(false);
});
