import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commandsPage } from "./commands-page";
import { type Schema, schemaPage } from "./schema-page";

const intents: Readonly<Record<string, string>> = {
  "landing-zone.json": "What `zone/landing-zone.yaml` may say.",
  "account.json": "What a file of `zone/accounts/` may say.",
  "faults.json": "What the file of `landfall rehearse --faults` may say; [faults](../faults.md) explains them.",
  "audit-report.json": "What `landfall audit --format json` prints.",
  "cost.json": "What `landfall cost --json` prints.",
  "map.json": "What `landfall map --json` prints.",
  "reach.json": "What `landfall reach --json` prints.",
};

/** The pages of docs/reference/: file → Markdown, from the program's own commands and from schemas/. */
export function referencePages(): ReadonlyMap<string, string> {
  const schemas = Object.entries(intents).map(([file, intent]) => {
    const schema = JSON.parse(readFileSync(join(__dirname, "../../../schemas", file), "utf8")) as Schema;
    return [file.replace(".json", ".md"), schemaPage(file, schema, intent)] as const;
  });
  return new Map([["commands.md", commandsPage()], ...schemas]);
}
