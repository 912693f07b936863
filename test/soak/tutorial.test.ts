import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { asShown, blocksOf, commandsOf, filesOf, tutorial } from "../docs/page";
import { emptyProject, takeBlock } from "../docs/project";
import { type RunningLandfall, startLandfallIn } from "../e2e/landfall";

/** What test/docs/tutorial.test.ts leaves to a rehearsal: the project of the page is made without its explanations, then deployed and watched. */
const project = emptyProject();
const blocks = blocksOf(tutorial);
const consoles = (info: string) =>
  blocks.filter((block) => block.language === "console" && block.info === info).flatMap(commandsOf);
let rehearsal: RunningLandfall;

beforeAll(async () => {
  const made = consoles("").map(({ command }) => command);
  for (const command of made.filter((each) => /landfall init/.test(each))) await project.typed(command);
  for (const [info, text] of filesOf(blocks)) {
    if (!info.startsWith("zone/")) takeBlock(project.directory, { language: "", info, text });
  }
  for (const command of made.filter((each) => /landfall onboard/.test(each))) await project.typed(command);
  rehearsal = startLandfallIn(project.directory, {}, ...(consoles("rehearsal")[0]?.command.split(" ").slice(2) ?? []));
}, 600_000);
afterAll(async () => {
  rehearsal.interrupt();
  await rehearsal.ended;
  project.remove();
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

test("another terminal calls its API", async () => {
  for (const { command, prints } of consoles("other terminal")) {
    const said = await project.typed(`source ${environmentFile()}\n${command}`);
    expect(`${said.trimEnd()}\n`).toMatch(asShown(prints));
  }
}, 120_000);

test("a handler that is saved answers the next request", async () => {
  const handler = join(project.directory, "services/bookmarks/handlers/getBookmark.ts");
  writeFileSync(handler, readFileSync(handler, "utf8").replace("There is no bookmark", "Nobody keeps the bookmark"));
  await rehearsal.says("reloaded bookmarks-getBookmark in");
  const [, read] = consoles("other terminal");
  expect(await project.typed(`source ${environmentFile()}\n${read?.command ?? ""}`)).toContain(
    "Nobody keeps the bookmark",
  );
}, 120_000);

test("a changed definition is deployed", async () => {
  const definition = join(project.directory, "services/bookmarks/service.ts");
  const text = readFileSync(definition, "utf8");
  writeFileSync(
    definition,
    text.replace('partitionKey: "bookmarkId"', 'partitionKey: "bookmarkId", expiresAt: "until"'),
  );
  await rehearsal.says("deployed in");
}, 900_000);
