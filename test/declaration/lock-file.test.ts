import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { idsFrom, MissingIdError } from "../../declaration/ids";
import { readIds, writeIds } from "../../declaration/lock-file";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "landfall-lock-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));
const file = (): string => join(directory, "ids.lock.json");

describe("the lock file of ids", () => {
  test("is empty while there is none", () => {
    expect(readIds(directory)).toEqual({});
  });

  test("is written sorted, with a newline at the end, and read back", () => {
    writeIds(directory, { root: "r-1", "account/b": "222222222222", "account/a": "111111111111" });
    expect(readFileSync(file(), "utf8")).toBe(
      '{\n  "version": 1,\n  "ids": {\n    "account/a": "111111111111",\n    "account/b": "222222222222",\n    "root": "r-1"\n  }\n}\n',
    );
    expect(readIds(directory)).toEqual({ "account/a": "111111111111", "account/b": "222222222222", root: "r-1" });
  });

  test("keeps what it had when it cannot be replaced, and leaves nothing beside it", () => {
    writeIds(directory, { root: "r-1" });
    const unwritable: Record<string, string> = {};
    Object.defineProperty(unwritable, "root", {
      enumerable: true,
      get: () => {
        throw new Error("no value");
      },
    });
    expect(() => writeIds(directory, unwritable)).toThrow("no value");
    expect(readIds(directory)).toEqual({ root: "r-1" });
    expect(readdirSync(directory)).toEqual(["ids.lock.json"]);
  });

  test.each([
    ["conflict markers", '{\n<<<<<<< HEAD\n  "version": 1\n', ":2:1 LF1112 a merge left conflict markers here"],
    ["text that is no JSON", '{ "version": 1, }', ":1:17 LF1113 not valid JSON: expected a key in double quotes"],
    ["another version", '{ "version": 2, "ids": {} }', ":1:14 LF1205 2 is not allowed here, only 1 is"],
    ["an id that is no text", '{ "version": 1, "ids": { "root": 7 } }', ":1:34 LF1203 expected text, found 7"],
  ])("with %s is refused with the place", (_, text, says) => {
    writeFileSync(file(), text);
    expect(() => readIds(directory)).toThrow(`ids.lock.json${says}`);
  });

  test("answers for a key it does not have with an error that names the key", () => {
    const ids = idsFrom({ root: "r-1" });
    expect(ids.get("root")).toBe("r-1");
    expect(() => ids.get("account/shop")).toThrow(MissingIdError);
    expect(() => ids.get("account/shop")).toThrow("account/shop");
  });
});
