import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { stacksOf } from "../../declaration/stacks";
import { runApp } from "./run-app";
import { lockedZone, testZones } from "./synthesise";
import { testStacks } from "./synthesise-zones";

/** One stack of each kind of a zone: stacks of a kind share their code and differ in data alone. */
function ofEachKind(name: string, path: string) {
  const zone = lockedZone(path);
  const ids = [...new Map(stacksOf(loadZone(zone)).map(({ kind, id }) => [kind, id])).values()];
  return ids.map((id) => ({ name, id, zone, only: [id], out: mkdtempSync(join(tmpdir(), "landfall-alone-")) }));
}

describe("a stack's JSON", () => {
  const whole = testStacks();
  // In one process, but in the opposite order: what a stack owed to those before it would differ.
  const alone = Object.entries(testZones)
    .flatMap(([name, path]) => ofEachKind(name, path))
    .reverse();

  beforeAll(() => {
    runApp(alone);
  }, 240_000);

  test.each(Object.entries(testZones))("is byte-identical synthesised alone or with the zone %s", (name, path) => {
    const together = new Map(whole.filter(({ zone }) => zone === name).map(({ id, json }) => [id, json]));
    for (const { id, out } of alone.filter((run) => run.name === name)) {
      expect(readFileSync(join(out, "stacks", id, "cdk.tf.json"), "utf8")).toBe(together.get(id));
    }
    const specs = stacksOf(loadZone(lockedZone(path)));
    expect([...together.keys()].sort()).toEqual(specs.map(({ id }) => id).sort());
  });
});
