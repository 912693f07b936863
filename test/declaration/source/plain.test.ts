import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "../../fast-check";
import { parseAllDocuments } from "yaml";
import { jsonFault } from "../../../declaration/source/json-text";
import { plainJson } from "../../../declaration/source/plain-json";
import { plainYaml } from "../../../declaration/source/plain-yaml";

const root = join(__dirname, "../../..");

/** What the whole of YAML says of a text; undefined: something is wrong with it, or its root is no mapping. */
function wholeYaml(text: string): unknown {
  const documents = parseAllDocuments(text, { prettyErrors: false, stringKeys: false });
  const [document, second] = "empty" in documents ? [] : documents;
  if (document === undefined || second !== undefined || document.errors.length + document.warnings.length > 0)
    return undefined;
  return document.toJS();
}

function filesBelow(folder: string, extension: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(extension))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
}

/** Parts of lines: those that are plain, and those that look so. */
const keys = ["name", "a", "b-c", "true", "null", "constructor", "aws:k", "x y", '"q"', "1", "<<", "__proto__", "- d"];
const values = [
  ...["word", "two words", "+31 20 000", "+31", "12", "007", "0x1F", "0o7", "1.5", "1e3", "2026-01-01", "12:30", ".5"],
  ...["true", "False", "null", "~", "a: b", "a #b", "a#b", "x  y", "end ", "a@b.c", "@a", "-1", "- a", "é", "it's"],
  ...['"quoted"', '"a\\n"', '"a: #b"', "'single'", "[a, b]", "[a, 1, true]", "[]", "[a,, b]", "[a, [b]]", '["a,b"]'],
  ...[
    "{ a: b }",
    "{ a: b, c: 1 }",
    "{}",
    "{ a: b, a: c }",
    "{a: b}",
    "{ a:b }",
    "{ a }",
    "{ a: {b: c} }",
    "&a b",
    "*a",
  ],
  ...[
    "|",
    ">",
    "!!str a",
    "a\tb",
    "a, b",
    "a] b",
    "{ a: b",
    "https://x.example/y",
    "10.0.0.0/8",
    "",
    "\r",
    "...",
    "---",
  ],
];
const plainLine = fc
  .tuple(
    fc.constantFrom("a", "b", "c", "d", "e"),
    fc.constantFrom("word", "a word", "12", "[a, b]", "{ a: b }", "true"),
  )
  .map(([key, value]) => `${key}: ${value}`);
const line = fc
  .tuple(
    fc.constantFrom(0, 0, 0, 1, 2, 2, 4),
    fc.constantFrom(...keys),
    fc.constantFrom(": ", ": ", ": ", ":", " : "),
    fc.constantFrom(...values, ""),
  )
  .map(([indent, key, colon, value]) => `${" ".repeat(indent)}${key}${colon}${value}`.replace(/: $/, ":"));
const block = fc
  .tuple(plainLine, line)
  .map(([first, second]) => `top-${first.length}:\n  ${first}\n  ${second.trim()}`);
const yamlText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: plainLine },
      { weight: 1, arbitrary: line },
      { weight: 1, arbitrary: block },
      { weight: 1, arbitrary: fc.constantFrom("", "# note") },
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((lines) => `${lines.join("\n")}\n`);

describe("plain YAML", () => {
  test("is what the whole of YAML says, wherever it says anything: 20,000 random texts", () => {
    let plain = 0;
    fc.assert(
      fc.property(yamlText, (text) => {
        const read = plainYaml(text);
        if (read === undefined) return;
        plain++;
        expect(read).toEqual(wholeYaml(text));
        expect(Object.keys(read)).toEqual(Object.keys(Object(wholeYaml(text))));
      }),
      { numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  test("each value alone", () => {
    for (const value of values) {
      const text = `key: ${value}\n`;
      const read = plainYaml(text);
      if (read !== undefined) expect([value, read]).toEqual([value, wholeYaml(text)]);
    }
  });

  test("is how accounts are declared: in the sample, the test zones and by onboarding", () => {
    const accounts = ["zone/accounts", "test/zones"].flatMap((folder) => filesBelow(folder, ".yaml"));
    const read = accounts.map((text) => [text, plainYaml(text)] as const);
    for (const [text, data] of read) if (data !== undefined) expect(data).toEqual(wholeYaml(text));
    expect(read.filter(([, data]) => data !== undefined).length).toBeGreaterThan(accounts.length / 2);
  });
});

describe("plain JSON", () => {
  const spaced = fc
    .tuple(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 1, 2))
    .map(([text, space]) => JSON.stringify(JSON.parse(text), undefined, space));

  test("is what the whole of YAML says, for 5,000 random texts and what one character more or less makes of them", () => {
    let plain = 0;
    fc.assert(
      fc.property(spaced, fc.nat(), fc.constantFrom("", '"', ",", ":", "{", "\n", "\\", "0"), (text, at, character) => {
        const place = at % (text.length + 1);
        for (const each of [text, text.slice(0, place) + character + text.slice(place + 1)]) {
          const read = plainJson(each, 32);
          if (read === undefined) continue;
          plain++;
          expect(jsonFault(each)).toBeUndefined();
          expect(read).toEqual(wholeYaml(each));
        }
      }),
      { numRuns: 5_000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  test.each([
    ["a key given twice", '{ "a": 1, "a": 2 }'],
    ["a key given twice, once with an escape", '{ "a": 1, "\\u0061": 2 }'],
    ["a key given twice far down", '{ "a": [{ "b": { "c": 1, "c": 2 } }] }'],
    ["__proto__", '{ "__proto__": 1 }'],
    ["a merge key", '{ "<<": { "a": 1 } }'],
    ["a list", "[1]"],
    ["too deep", `{ "a": ${"[".repeat(32)}${"]".repeat(32)} }`],
    ["no JSON", "{ a: 1 }"],
    ["a long key", JSON.stringify({ ["k".repeat(2000)]: 1 })],
  ])("leaves to the other parser: %s", (_, text) => {
    expect(plainJson(text, 32)).toBeUndefined();
  });

  test("a value that looks like keys counts for none", () => {
    expect(plainJson('{ "a": "\\"b\\": 1, \\"b\\": 2" }', 32)).toEqual({ a: '"b": 1, "b": 2' });
  });
});
