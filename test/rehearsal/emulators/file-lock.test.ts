import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { withLock } from "../../../rehearsal/emulators/file-lock";

let directory: string;
beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), "landfall-lock-"))));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("two runs that want the same thing made", () => {
  test("make it one after the other", async () => {
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      events.push(`${name} ends`);
    };
    const lock = join(directory, "shared.lock");
    await Promise.all([withLock(lock, work("a")), withLock(lock, work("b"))]);
    expect([events.slice(0, 2), events.slice(2)].map((pair) => pair.map((event) => event.slice(2)))).toEqual([
      ["begins", "ends"],
      ["begins", "ends"],
    ]);
  });

  test("the second takes over when the first was killed", async () => {
    const lock = join(directory, "dead.lock");
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(lock, String(pid));
    expect(await withLock(lock, () => Promise.resolve("done"))).toBe("done");
  });

  test("the lock is free again after a failure", async () => {
    const lock = join(directory, "failed.lock");
    await expect(withLock(lock, () => Promise.reject(new Error("no disk")))).rejects.toThrow("no disk");
    expect(await withLock(lock, () => Promise.resolve("done"))).toBe("done");
  });
});
