import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { descendantsOf, processTable } from "../../delivery/process-table";
import { landfall, startLandfall } from "./landfall";
import { writeZoneOfLeftAccounts } from "./zone-of-left-accounts";

const rehearsals = resolve(__dirname, "../../.landfall/rehearsals");

const temporary = mkdtempSync(join(tmpdir(), "landfall-interrupt-"));
const zone = join(temporary, "left");
beforeAll(() => writeZoneOfLeftAccounts(zone));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

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
      const rehearsal = startLandfall("rehearse", "--zone", zone);
      await rehearsal.says(text);
      const children = descendantsOf(rehearsal.pid, await processTable()).map(({ pid }) => pid);
      const directories = readdirSync(rehearsals);
      rehearsal.interrupt();
      const { code } = await rehearsal.ended;
      expect(code).toBe(130);
      expect(await alive(children)).toEqual([]);
      expect(directories.filter((name) => name.startsWith("left-") && existsSync(join(rehearsals, name)))).toEqual([]);
    },
    300_000,
  );

  test("leaves nothing in the way of the next run: a zone with a suspended account and a closed one is deployed and planned again without a change", async () => {
    const { code, output } = await landfall("rehearse", "--zone", zone, "--only", "org");
    expect(output).toContain("organization tree as declared: 4 accounts in 4 organizational units");
    expect(output).toContain("second plan of every stack shows no change: 1 stacks planned again");
    expect(code).toBe(0);
  }, 900_000);
});
