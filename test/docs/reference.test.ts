import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { commandNames } from "../../cli/commands";
import { referencePages } from "../../docs/site/reference/pages";

const folder = resolve(__dirname, "../../docs/reference");
const pages = referencePages();

/** `LANDFALL_UPDATE_REFERENCE=1` writes the pages anew. */
test("docs/reference is what commands and schemas say", () => {
  mkdirSync(folder, { recursive: true });
  if (process.env["LANDFALL_UPDATE_REFERENCE"] === "1") {
    for (const [file, text] of pages) writeFileSync(join(folder, file), text);
  }
  const committed = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")] as const);
  expect(Object.fromEntries(committed)).toEqual(Object.fromEntries(pages));
});

test("every schema has a page, every command a section with its options and an example", () => {
  const schemas = readdirSync(resolve(__dirname, "../../schemas"));
  expect([...pages.keys()]).toEqual(expect.arrayContaining(schemas.map((file) => file.replace(".json", ".md"))));
  const commands = pages.get("commands.md") ?? "";
  for (const name of commandNames)
    expect(commands).toMatch(new RegExp(`^## ${name}\n[^#]*^\\$ .*landfall ${name}`, "m"));
  expect(commands).toContain("| `--changed-since <revision>` | only the stacks that differ");
});

test("a field of a schema has its type, its default and what it is", () => {
  expect(pages.get("landing-zone.md")).toContain(
    "| `organization.quotas.scpBytes` | integer, 256 to 1000000 | `10240` | Size of a service control policy |",
  );
  expect(pages.get("account.md")).toMatch(
    /\| `name` \| text, at most 32 characters, `.*` \| \*\*required\*\* \| Identity of the account/,
  );
});
