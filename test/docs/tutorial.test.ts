import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { asShown, type Block, blocksOf, commandsOf, filesOf, tutorial } from "./page";
import { emptyProject } from "./project";

const project = emptyProject();
const blocks = blocksOf(tutorial);

/** A file is written, unless a command has written it. */
function takeFile({ info, text }: Block): void {
  const file = join(project.directory, info);
  if (existsSync(file)) expect(readFileSync(file, "utf8")).toBe(text);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

afterAll(() => project.remove());

/** In a rehearsal: test/soak/tutorial.test.ts. */
const elsewhere = ["by hand", "rehearsal", "other terminal"];

describe("the tutorial, from top to bottom", () => {
  const steps = blocks
    .filter(({ info }) => !elsewhere.includes(info))
    .map(
      (block) =>
        [block.language === "console" ? commandsOf(block)[0]?.command.slice(0, 60) : block.info, block] as const,
    );

  test.each(steps)(
    "%s",
    async (_name, block) => {
      if (block.language !== "console") return takeFile(block);
      if (block.info === "deployed") project.lockIds();
      for (const { command, prints } of commandsOf(block))
        expect(await project.typed(command)).toMatch(asShown(prints));
    },
    360_000,
  );
});

describe("the service of the tutorial", () => {
  test("is less than 30 lines beside contract and handlers, as many as the page says", () => {
    const own = [...filesOf(blocks)].filter(([path]) => !/\/handlers\/|openapi\.yaml$/.test(path));
    const lines = own.map(([, text]) => text.trimEnd().split("\n").length);
    expect(own.map(([path]) => path)).toEqual(["services/bookmarks/service.ts", "zone/accounts/bookmarks-dev.yaml"]);
    const sum = lines.reduce((all, each) => all + each, 0);
    expect(sum).toBeLessThan(30);
    expect(tutorial).toContain(`${sum} lines beside contract and handlers, ${String(lines[0])} of`);
  });
});
