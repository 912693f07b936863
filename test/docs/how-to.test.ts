import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { readZoneFrom } from "../../declaration/load";
import { readDirectory } from "../../declaration/source/read-directory";
import { stacksOf } from "../../declaration/stacks";
import { followed } from "./follow";
import { type CommittedProject, initProject, takeBlock } from "./project";

/** What the pages' commands print is compared in test/soak/pages.test.ts, for they take a minute of a processor. */
let project: CommittedProject;
beforeAll(async () => {
  project = await initProject();
}, 120_000);
beforeEach(() => project.reset());
afterAll(() => project.remove());

describe("what a page changes is there to be changed, and leaves the zone that it says", () => {
  test.each([...followed])("%s", (_file, blocks) => {
    for (const block of blocks) if (block.language !== "console") takeBlock(project.directory, block);
    const result = readZoneFrom(readDirectory(join(project.directory, "zone")));
    if (!("zone" in result)) throw new Error(JSON.stringify(result));
    const count = `zone is valid: ${String(result.zone.accounts.length)} accounts, ${String(stacksOf(result.zone).length)} stacks.`;
    const said = blocks.flatMap(({ text }) => text.match(/zone is valid: .*/g) ?? []);
    expect(new Set([...said, count])).toEqual(new Set([count]));
  });

  test("a diff whose lines are not there is refused", () => {
    const block = { language: "diff", info: "zone/landing-zone.yaml", text: " guardrails: {}\n+x: 1\n" };
    expect(() => takeBlock(project.directory, block)).toThrow("has not, once");
  });
});
