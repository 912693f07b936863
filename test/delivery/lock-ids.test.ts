import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { lockIds } from "../../delivery/lock-ids";
import { mergeIds } from "../../delivery/merge-ids";

describe("locking ids", () => {
  test("adds new ones, reports changed ones, and keeps those the stack no longer makes", () => {
    const { ids, changes } = mergeIds({ root: "r-1", "account/a": "1" }, { "account/a": "2", "account/b": "3" });
    expect(ids).toEqual({ root: "r-1", "account/a": "2", "account/b": "3" });
    expect(changes).toEqual({ added: ["account/b"], changed: [{ key: "account/a", from: "1", to: "2" }] });
  });

  test("writes the lock file sorted, and not at all when nothing is new", () => {
    const directory = mkdtempSync(join(tmpdir(), "landfall-ids-"));
    const file = join(directory, "ids.lock.json");
    lockIds(directory, {});
    expect(existsSync(file)).toBe(false);
    lockIds(directory, { root: "r-1", organization: "o-1" });
    expect(readFileSync(file, "utf8")).toMatch(/"organization"[\s\S]*"root"/);
    expect(lockIds(directory, { root: "r-1" }).changes).toEqual({ added: [], changed: [] });
  });
});
