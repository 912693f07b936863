import { createRequire } from "node:module";
import { expect, test } from "@jest/globals";

interface Scope {
  readonly global: typeof globalThis & Record<string | symbol, unknown>;
}

type Environment = new (config: { readonly projectConfig: object }) => Scope;

/** The scope that a worker's test files share, as Jest makes it for each of them. */
const Environment = createRequire(__filename)("../worker/environment.cjs") as Environment;
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
  const tokens = { stringTokenMap: new Map([["TOKEN.0", {}]]), numberTokenMap: new Map([[-1, {}]]), tokenCounter: 1 };
  global["__cdktfTokenMap"] = tokens;
  forFile();
  expect(tokens).toEqual({ stringTokenMap: new Map(), numberTokenMap: new Map(), tokenCounter: 1 });
});
