import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { landfall, startLandfall } from "./landfall";

const rehearsals = resolve(__dirname, "../../.landfall/rehearsals");

/** Command lines of the machine's processes that belong to a rehearsal of this checkout. */
function leftovers(): string[] {
  return execFileSync("ps", ["-A", "-o", "args="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(rehearsals) || /(moto|ministack)_server\.py/.test(line));
}

describe("Ctrl-C", () => {
  const moments: readonly (readonly [string, string])[] = [
    ["while the local AWS starts", "Starting the local AWS"],
    ["while the organisation is deployed", "synthesised org"],
    ["while many stacks are deployed at once", "done in"],
  ];
  test.each(moments)(
    "%s stops every child and removes the run",
    async (_moment, text) => {
      const rehearsal = startLandfall("rehearse", "--zone", "test/zones/minimal");
      await rehearsal.says(text);
      rehearsal.interrupt();
      const { code } = await rehearsal.ended;
      expect(code).toBe(130);
      expect(leftovers()).toEqual([]);
      expect(existsSync(rehearsals) ? readdirSync(rehearsals) : []).toEqual([]);
    },
    120_000,
  );

  test("leaves nothing in the way of the next run", async () => {
    const { code, output } = await landfall("rehearse", "--zone", "test/zones/minimal", "--only", "org");
    expect(output).toContain("organization tree as declared");
    expect(code).toBe(0);
  }, 120_000);
});
