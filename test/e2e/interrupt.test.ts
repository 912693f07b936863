import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { descendantsOf, processTable } from "../../delivery/process-table";
import { landfall, startLandfall } from "./landfall";

const rehearsals = resolve(__dirname, "../../.landfall/rehearsals");

/** Which of these processes are still there. */
async function alive(pids: readonly number[]): Promise<string[]> {
  return (await processTable()).filter(({ pid }) => pids.includes(pid)).map(({ pid, name }) => `${pid} ${name}`);
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
      const children = descendantsOf(rehearsal.pid, await processTable()).map(({ pid }) => pid);
      const directories = readdirSync(rehearsals);
      rehearsal.interrupt();
      const { code } = await rehearsal.ended;
      expect(code).toBe(130);
      expect(await alive(children)).toEqual([]);
      expect(directories.filter((name) => name.startsWith("minimal-") && existsSync(join(rehearsals, name)))).toEqual(
        [],
      );
    },
    300_000,
  );

  test("leaves nothing in the way of the next run", async () => {
    const { code, output } = await landfall("rehearse", "--zone", "test/zones/minimal", "--only", "org");
    expect(output).toContain("organization tree as declared");
    expect(code).toBe(0);
  }, 900_000);
});
