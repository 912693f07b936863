import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readZoneFrom } from "../../declaration/load";
import { withPlaceholderIds } from "../../declaration/placeholder-ids";
import { readDirectory } from "../../declaration/source/read-directory";
import { asShown, type Block, blocksOf, commandsOf, filesOf, root, tutorial } from "./page";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "landfall-tutorial-")));
const project = join(scratch, "acme");
const blocks = blocksOf(tutorial);

/** As `npm install` leaves it: the package and what a project's own package.json asks for. */
function install(): void {
  const bin = join(project, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(root, join(project, "node_modules/landfall"));
  for (const name of ["tsx", "@types"])
    symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name));
  symlinkSync(join(root, "landfall.mjs"), join(bin, "landfall"));
  symlinkSync(join(root, "node_modules/tsx/dist/cli.mjs"), join(bin, "tsx"));
}

/** Types a line into a shell in the project, where npx starts what is installed and asks no registry. */
async function typed(line: string): Promise<string> {
  const env = { ...process.env, PATH: `${join(project, "node_modules/.bin")}:${process.env["PATH"] ?? ""}` };
  // What node:test gives to the processes it starts would make this one report to a runner that is not there.
  Reflect.deleteProperty(env, "NODE_TEST_CONTEXT");
  const shell = `npx() { command "$@"; }\n${line}`;
  return (await promisify(execFile)("bash", ["-c", shell], { cwd: project, env })).stdout;
}

/** As after a deployment. */
function lockIds(): void {
  const zone = join(project, "zone");
  const result = readZoneFrom(readDirectory(zone));
  if (!("zone" in result)) throw new Error("the zone is not valid");
  const ids = Object.fromEntries(withPlaceholderIds(result.zone).ids.entries());
  writeFileSync(join(zone, "ids.lock.json"), JSON.stringify({ version: 1, ids }));
}

/** A file is written, unless a command has written it. */
function takeFile({ info, text }: Block): void {
  const file = join(project, info);
  if (existsSync(file)) expect(readFileSync(file, "utf8")).toBe(text);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

beforeAll(install);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

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
      if (block.info === "deployed") lockIds();
      for (const { command, prints } of commandsOf(block)) expect(await typed(command)).toMatch(asShown(prints));
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
