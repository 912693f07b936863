import { expect, test } from "@jest/globals";
import { readCase } from "../../cli/simulate-case";
import { compileBounds } from "../../engine/decide/compile";
import { decide } from "../../engine/decide/decide";
import { generator } from "../engine/decide/random";

const statement = {
  Effect: "Deny",
  Action: "s3:*",
  Resource: ["*"],
  Condition: { NumericGreaterThan: { "s3:max-keys": 10 } },
};
const good = JSON.stringify(
  {
    path: [{ id: "root", policies: [{ Version: "2012-10-17", Statement: [statement] }] }],
    requests: [{ action: "s3:ListBucket", context: { "s3:max-keys": ["9", "12"] } }, { action: "s3:GetObject" }],
  },
  undefined,
  1,
);
const pieces = [
  '"',
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "null",
  "1",
  '"a"',
  "\\",
  "\n",
  "${",
  "*",
  "#",
  "//",
  "\0",
  "\ud800",
];

test("a case damaged in one to three places is read as JSON reads it, or its faults have places: 5,000 random ones", () => {
  const next = generator(2026);
  const below = (count: number): number => Math.floor(next() * count);
  const damaged = (text: string): string => {
    const at = below(text.length);
    return text.slice(0, at) + (pieces[below(pieces.length * 2)] ?? "") + text.slice(at + below(4));
  };
  const seen = { read: 0, refused: 0 };
  for (let round = 0; round < 5_000; round++) {
    const text = Array.from({ length: 1 + below(3) }).reduce<string>(damaged, good);
    const found = readCase(text);
    if ("faults" in found) {
      seen.refused++;
      const isPlaced = found.faults.every(({ line, column }) => line > 0 && column > 0);
      if (found.faults.length === 0 || !isPlaced) expect({ text, found }).toBe("faults with their places");
    } else {
      seen.read++;
      const { requests } = JSON.parse(text) as { requests: unknown[] };
      const bounds = { scp: found.path, rcp: [] };
      const verdicts = found.requests.map((request) => decide(bounds, request).verdict);
      expect(found.requests.map(compileBounds(bounds))).toEqual(verdicts);
      if (verdicts.length !== requests.length) expect({ text, verdicts }).toBe("a verdict for each request");
    }
  }
  expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(300);
});
