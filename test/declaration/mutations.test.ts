import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import fc from "../fast-check";
import { readZone, readZoneFrom, type ZoneResult } from "../../declaration/load";
import { problemCodes } from "../../declaration/problem/codes";
import { formatProblem } from "../../declaration/problem/problem";
import { readDirectory } from "../../declaration/source/read-directory";

const sample = new Map(
  [...readDirectory(join(__dirname, "../../zone"))].map(([name, content]) => [name, content.toString()] as const),
);
// One account of each kind is enough, that of the event buses among them, and a third of the time.
const others = /^accounts\/(audit|[a-z]+-prod|payments-dev|fulfilment-dev)\.yaml$/;
for (const name of [...sample.keys()].filter((each) => others.test(each))) sample.delete(name);
const withOwn = sample
  .get("landing-zone.yaml")
  ?.replace("guardrails:\n", "guardrails:\n  own: { attachTo: [sandbox] }\n");
sample.set("landing-zone.yaml", withOwn ?? "");
sample.set(
  "policies/own.json",
  '{\n  "Version": "2012-10-17",\n  "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*" }\n}\n',
);
sample.set("ids.lock.json", '{\n  "version": 1,\n  "ids": {\n    "account/network": "111122223333"\n  }\n}\n');

/** Values that declarations meet by accident: wrong types, half-written YAML, other scripts, text that looks like something else. */
const odd = [
  "",
  "null",
  "~",
  "yes",
  "0",
  "-1",
  "1e999",
  ".nan",
  "0x10",
  "2024-01-01",
  "[]",
  "{}",
  "[[[",
  "}}",
  "- a",
  "? b",
  "&a x",
  "*a",
  "<<: *a",
  "!!binary aGk=",
  "|",
  ">-",
  "'",
  '"',
  "%YAML 1.1",
  "---",
  "...",
  "# note",
  "\t",
  "\u0000",
  "\u202e",
  "\ufeff",
  "\ud800",
  "日本",
  "é́",
  "a: b: c",
  "__proto__",
  "constructor",
  "toString",
  "{account}",
  "root",
  "10.0.0.0/33",
  "999.0.0.0/8",
  "a@b@c",
  "x".repeat(300),
  "[".repeat(300),
  "<<<<<<< HEAD",
  "=======",
  "\r",
  "\r\n",
  "\u2028",
];

type Mutation = { kind: string; file: number; line: number; other: number; odd: string; offset: number };
const kinds = [
  "drop",
  "duplicate",
  "swap",
  "scalar",
  "key",
  "insert",
  "indent",
  "cut",
  "delete",
  "character",
  "copy",
  "bytes",
] as const;
const mutation = fc.record({
  kind: fc.constantFrom(...kinds),
  file: fc.nat(),
  line: fc.nat(),
  other: fc.nat(),
  odd: fc.oneof(fc.constantFrom(...odd), fc.string({ unit: "binary", maxLength: 8 }), fc.json({ maxDepth: 3 })),
  offset: fc.nat(),
});

function mutate(files: Map<string, string>, { kind, file, line, other, odd, offset }: Mutation): void {
  const name = [...files.keys()][file % Math.max(1, files.size)];
  if (name === undefined) return;
  const text = files.get(name) ?? "";
  const lines = text.split("\n");
  const at = line % lines.length;
  const current = lines[at] ?? "";
  const change: Record<(typeof kinds)[number], () => string | undefined> = {
    drop: () => lines.toSpliced(at, 1).join("\n"),
    duplicate: () => lines.toSpliced(at, 0, current).join("\n"),
    swap: () =>
      lines
        .with(at, lines[other % lines.length] ?? "")
        .with(other % lines.length, current)
        .join("\n"),
    scalar: () =>
      lines
        .with(
          at,
          current.replace(/:.*$/, () => `: ${odd}`),
        )
        .join("\n"),
    key: () =>
      lines
        .with(
          at,
          current.replace(/[\w-]+:/, () => `${odd}:`),
        )
        .join("\n"),
    insert: () => lines.toSpliced(at, 0, odd).join("\n"),
    indent: () => lines.with(at, " ".repeat(other % 7) + current.trimStart()).join("\n"),
    cut: () => text.slice(0, offset % (text.length + 1)),
    delete: () => undefined,
    character: () =>
      text.slice(0, offset % (text.length + 1)) + odd.slice(0, 1) + text.slice((offset % (text.length + 1)) + 1),
    copy: () => files.get([...files.keys()][other % files.size] ?? name),
    bytes: () => Buffer.from(text, "utf16le").toString("latin1"),
  };
  const changed = change[kind as (typeof kinds)[number]]();
  if (changed === undefined) files.delete(name);
  else files.set(name, changed);
}

/** Lines that no editor could follow or no person could read. */
function badLines(files: ReadonlyMap<string, string>, result: ZoneResult): readonly string[] {
  if ("zone" in result) return [];
  const bad = result.problems.filter(({ file, line, column, code, message }) => {
    const text = (files.get(file) ?? "").split("\n")[line - 1];
    const isPlace = text !== undefined && column >= 1 && column <= text.length + 1;
    return !isPlace || !(code in problemCodes) || /[\n\r]|undefined|\[object/.test(message);
  });
  return result.problems.length === 0 ? ["neither a zone nor a problem"] : bad.map(formatProblem);
}

const scratch = mkdtempSync(join(tmpdir(), "landfall-mutations-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

jest.setTimeout(300_000);

describe("a mutated declaration", () => {
  test("validates before it is mutated", () => expect(readZoneFrom(sample)).toHaveProperty("zone"));

  test("is a zone or a list of problems at places that exist: 2,000 times, never anything else", () => {
    let broken = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const files = new Map(sample);
        mutations.forEach((each) => mutate(files, each));
        const result = readZoneFrom(files);
        if ("problems" in result) broken++;
        expect(badLines(files, result)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(broken).toBeGreaterThan(1000);
  });

  test("on disk is read and left as it was, whatever it holds", () => {
    let run = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const files = new Map(sample);
        mutations.forEach((each) => mutate(files, each));
        const directory = join(scratch, String(run++));
        writeAll(directory, files);
        const before = listing(directory);
        const result = readZone(directory);
        expect("zone" in result || result.problems.length > 0).toBe(true);
        expect(listing(directory)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});

function writeAll(directory: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of files) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
}

function listing(directory: string): readonly (readonly [string, string])[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path, "latin1")] as const);
}
