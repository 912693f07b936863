import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync, readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { asShown, blocksOf, commandsOf, filesOf, root, tutorial } from "../docs/page";
import { type RunningLandfall, startLandfallIn } from "../e2e/landfall";

/** What test/docs/tutorial.test.ts leaves to a rehearsal: the project of the page is made without its explanations, then deployed and watched. */
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "landfall-tutorial-")));
const project = join(scratch, "acme");
const blocks = blocksOf(tutorial);
const consoles = (info: string) =>
  blocks.filter((block) => block.language === "console" && block.info === info).flatMap(commandsOf);
let rehearsal: RunningLandfall;

function shell(line: string): string {
  return execFileSync("bash", ["-c", `npx() { shift; node node_modules/landfall/landfall.mjs "$@"; }\n${line}`], {
    cwd: project,
    encoding: "utf8",
  });
}

beforeAll(() => {
  mkdirSync(join(project, "node_modules"), { recursive: true });
  symlinkSync(root, join(project, "node_modules/landfall"));
  const made = consoles("").map(({ command }) => command);
  for (const command of made.filter((each) => /landfall init/.test(each))) shell(command);
  for (const [path, text] of filesOf(blocks)) {
    if (path.startsWith("zone/")) continue;
    mkdirSync(join(project, dirname(path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  for (const command of made.filter((each) => /landfall onboard/.test(each))) shell(command);
  rehearsal = startLandfallIn(project, {}, ...(consoles("rehearsal")[0]?.command.split(" ").slice(2) ?? []));
}, 600_000);
afterAll(async () => {
  rehearsal.interrupt();
  await rehearsal.ended;
  rmSync(scratch, { recursive: true, force: true });
}, 120_000);

const environmentFile = (): string => /source (\S+environment\.sh)/.exec(rehearsal.output())?.[1] ?? "";

test("the service is deployed, asked and watched as the page says", async () => {
  await rehearsal.says("Watching bookmarks (bookmarks-dev).");
  const printed = `${rehearsal
    .output()
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")}\n`;
  expect(printed).toMatch(asShown(consoles("rehearsal")[0]?.prints ?? []));
}, 1_800_000);

test("another terminal calls its API", () => {
  for (const { command, prints } of consoles("other terminal")) {
    expect(`${shell(`source ${environmentFile()}\n${command}`).trimEnd()}\n`).toMatch(asShown(prints));
  }
}, 120_000);

test("a handler that is saved answers the next request", async () => {
  const handler = join(project, "services/bookmarks/handlers/getBookmark.ts");
  writeFileSync(handler, readFileSync(handler, "utf8").replace("There is no bookmark", "Nobody keeps the bookmark"));
  await rehearsal.says("reloaded bookmarks-getBookmark in");
  const [, read] = consoles("other terminal");
  expect(shell(`source ${environmentFile()}\n${read?.command ?? ""}`)).toContain("Nobody keeps the bookmark");
}, 120_000);

test("a changed definition is deployed", async () => {
  const definition = join(project, "services/bookmarks/service.ts");
  const text = readFileSync(definition, "utf8");
  writeFileSync(
    definition,
    text.replace('partitionKey: "bookmarkId"', 'partitionKey: "bookmarkId", expiresAt: "until"'),
  );
  await rehearsal.says("deployed in");
}, 900_000);
