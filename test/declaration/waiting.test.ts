import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { producerOf } from "../../declaration/id-producers";
import { loadZone } from "../../declaration/load";
import { stacksOf } from "../../declaration/stacks";
import { describeWaiting, waitingFor } from "../../declaration/waiting";
import { withIds } from "../fixtures/ids";

const zone = loadZone(join(__dirname, "../../zone"));

function stack(id: string) {
  const found = stacksOf(zone).find((spec) => spec.id === id);
  if (!found) throw new Error(`the sample has no stack ${id}`);
  return found;
}

describe("what a stack waits for", () => {
  test("is nothing once everything is locked", () => {
    const locked = withIds(zone);
    expect(stacksOf(locked).filter((spec) => !spec.lacksRange && waitingFor(locked, spec).length > 0)).toEqual([]);
  });

  test("names each id once, with the stack that makes it", () => {
    expect(describeWaiting(zone, stack("log-archive"))).toBe(
      "log-archive is not ready; it waits for account/log-archive, account/management (stack org makes it); kms-key/logs (stack logs makes it)",
    );
  });

  test("of many ids names a few", () => {
    expect(describeWaiting(zone, stack("identity"))).toMatch(
      /account\/[\w-]+(, account\/[\w-]+){3} and 10 more \(stack org/,
    );
  });

  test("is made by a stack that comes before it, whatever the id", () => {
    const before = (id: string): readonly string[] => {
      const direct = stacksOf(zone).find((spec) => spec.id === id)?.after ?? [];
      return [...direct, ...direct.flatMap(before)];
    };
    for (const spec of stacksOf(zone)) {
      for (const key of spec.needs) expect(before(spec.id)).toContain(producerOf(key));
    }
  });
});
