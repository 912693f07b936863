import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { stacksOf } from "../../declaration/stacks";
import { lockedZone, synthesise, testZones } from "./synthesise";

describe("a stack's JSON", () => {
  test.each(Object.entries(testZones))(
    "is byte-identical synthesised alone or with the zone %s",
    (_name, directory) => {
      const zone = lockedZone(directory);
      const whole = synthesise(zone).stacks;
      // One stack of each kind: stacks of a kind share their code and differ in data alone.
      const ofEachKind = [...new Map(stacksOf(loadZone(zone)).map((spec) => [spec.kind, spec.id])).values()];
      for (const id of ofEachKind) expect(synthesise(zone, [id]).stacks.get(id)).toBe(whole.get(id));
      expect([...whole.keys()].sort()).toEqual(
        stacksOf(loadZone(zone))
          .map((spec) => spec.id)
          .sort(),
      );
    },
    120_000,
  );
});
