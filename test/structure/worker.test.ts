import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { expect, test } from "@jest/globals";

interface Scope {
  readonly global: typeof globalThis & Record<string | symbol, unknown>;
}

type Environment = new (config: { readonly projectConfig: object }) => Scope;

const load = createRequire(__filename);
/** The scope that a worker's test files share, as Jest makes it for each of them. */
const Environment = load("../worker/environment.cjs") as Environment;
const forFile = (): Scope => new Environment({ projectConfig: { globals: {}, fakeTimers: {} } });

test("a test file finds the process and the globals as the file before it found them", () => {
  const { global } = forFile();
  const { process, fetch } = global;
  const before = { ...process.env };
  process.env["PATH"] = "/nowhere";
  process.env["LEFT_BEHIND"] = "yes";
  Object.assign(process, { argv: ["left"], leftBehind: true });
  Object.assign(global, { fetch: () => "left", process: undefined });
  global[Symbol.for("TEST_TIMEOUT_SYMBOL")] = 900_000;
  expect(fetch).not.toBe(global.fetch);

  expect(forFile().global).toBe(global);
  expect(global.process).toBe(process);
  expect({ ...process.env }).toEqual(before);
  expect(process.argv).not.toEqual(["left"]);
  expect(process).not.toHaveProperty("leftBehind");
  expect(global.fetch).toBe(fetch);
  expect(global[Symbol.for("TEST_TIMEOUT_SYMBOL")]).toBeUndefined();
});

test("CDKTF's tokens of the file before are forgotten, and their numbers go on", () => {
  const { global } = forFile();
  interface Tokens {
    readonly stringTokenMap: Map<string, object>;
    readonly numberTokenMap: Map<number, object>;
    readonly tokenCounter: number;
  }
  const none = { stringTokenMap: new Map(), numberTokenMap: new Map(), tokenCounter: 1 };
  // Where a file of this worker has loaded CDKTF, it is CDKTF's own.
  const tokens = (global["__cdktfTokenMap"] ??= none) as Tokens;
  const { tokenCounter } = tokens;
  tokens.stringTokenMap.set("TOKEN.0", {});
  tokens.numberTokenMap.set(-1, {});
  forFile();
  expect([tokens.stringTokenMap.size, tokens.numberTokenMap.size, tokens.tokenCounter]).toEqual([0, 0, tokenCounter]);
});

test("the longest test files start first, in that order, and exist", async () => {
  interface Sequencer {
    readonly sort: (tests: readonly object[]) => Promise<readonly { readonly path: string }[]>;
  }
  const LongestFirst = load("../worker/sequencer.cjs") as (new (options: object) => Sequencer) & { longest: string[] };
  const paths = LongestFirst.longest.map((name) => resolve(__dirname, "..", `${name}.test.ts`));
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  const context = { config: { id: "none", cacheDirectory: "/nowhere", rootDir: "/" }, hasteFS: { getSize: () => 1 } };
  const tests = [__filename, ...[...paths].reverse()].map((path) => ({ path, context }));
  const sorted = await new LongestFirst({ contexts: [], globalConfig: {} }).sort(tests);
  expect(sorted.map(({ path }) => path)).toEqual([...paths, __filename]);
});
