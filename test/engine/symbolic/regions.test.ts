import { expect, test } from "@jest/globals";
import { wildcard } from "../../../engine/match/glob";
import { matchesUnion } from "../../../engine/symbolic/text/matches";
import { regions } from "../../../engine/symbolic/text/regions";
import { domainPattern, type TextPattern } from "../../../engine/symbolic/text/text-pattern";
import { random, type Random } from "./random-policies";

const tokens = [97, 98, 58, wildcard.any, wildcard.one, wildcard.anyInSegment, wildcard.oneInSegment];

function pattern(from: Random): TextPattern {
  return {
    tokens: Array.from({ length: from.below(5) }, () => from.pick(tokens)),
    ignoreCase: from.chance(0.2),
  };
}

/** Every text of up to five of these characters. */
function shortTexts(): readonly string[] {
  let texts = [""];
  const all = [...texts];
  for (let length = 1; length <= 5; length++) {
    texts = texts.flatMap((text) => ["a", "B", "b", ":", "x"].map((next) => text + next));
    all.push(...texts);
  }
  return all;
}

const anyText = [domainPattern("*")];

test("every text has the fate of a region's text, in all patterns of four characters that are tried", () => {
  const from = random(4);
  const texts = shortTexts();
  for (let each = 0; each < 60; each++) {
    const unions = Array.from({ length: 1 + from.below(3) }, () =>
      Array.from({ length: 1 + from.below(2) }, () => pattern(from)),
    );
    const within = from.chance(0.5) ? anyText : [pattern(from)];
    const fate = (text: string): string => unions.map((union) => Number(matchesUnion(union, text))).join("");
    const found = regions(unions, within, 10_000) ?? [];
    expect(found.filter((text) => !matchesUnion(within, text))).toEqual([]);
    const fates = new Set(found.map(fate));
    expect(fates.size).toBe(found.length);
    const unknown = texts.filter((text) => matchesUnion(within, text) && !fates.has(fate(text)));
    expect({ unions, within, unknown }).toEqual({ unions, within, unknown: [] });
  }
});

test("a walk over too many states is given up", () => {
  const words = Array.from({ length: 8 }, (_, index) => [domainPattern(`*word${index}*`)]);
  expect(regions(words, anyText, 100)).toBeUndefined();
  expect(regions(words, anyText, 40_000)).toHaveLength(2 ** words.length);
});
