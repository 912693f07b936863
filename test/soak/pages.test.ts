import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { followed } from "../docs/follow";
import { asShown, type Block, commandsOf } from "../docs/page";
import { type CommittedProject, initLine, initProject, takeBlock } from "../docs/project";

let project: CommittedProject;
beforeAll(async () => {
  project = await initProject();
}, 120_000);
beforeEach(() => project.reset());
afterAll(() => project.remove());

const trimmed = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");

/** The project is made as the first page makes it, before any page is followed. */
const done = ["by hand", "init"];

/** A rehearsal tells its progress on standard error; a reader sees both. */
async function follow(block: Block): Promise<void> {
  if (block.language !== "console") return takeBlock(project.directory, block);
  if (block.info === "deployed") project.lockIds();
  if (done.includes(block.info)) return;
  for (const { command, prints } of commandsOf(block))
    expect(trimmed(await project.typed(block.info === "rehearsal" ? `${command} 2>&1` : command))).toMatch(
      asShown(prints),
    );
}

describe("what a page types prints what it shows", () => {
  test.each([...followed])(
    "%s",
    async (_file, blocks) => {
      for (const block of blocks) await follow(block);
    },
    1_800_000,
  );

  test("they start from what the first page makes", () => {
    const made = followed.get("docs/tutorials/first-zone.md")?.filter(({ info }) => info === "init") ?? [];
    expect(made.flatMap(commandsOf).map(({ command }) => command)).toEqual([initLine]);
    expect(
      made.flatMap(commandsOf).map(({ prints }) => prints.filter((line) => line.startsWith("wrote zone/")).length),
    ).toEqual([6]);
  });
});
