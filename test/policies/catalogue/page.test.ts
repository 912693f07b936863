import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { catalogueTables, pageEnd, pageStart } from "./page";

const file = resolve(__dirname, "../../../docs/guardrails.md");

test("docs/guardrails.md lists the catalogue as it is; LANDFALL_UPDATE_GUARDRAILS=1 writes it", () => {
  const page = readFileSync(file, "utf8");
  const [before = "", rest = ""] = page.split(pageStart);
  const [, after = ""] = rest.split(pageEnd);
  const current = `${before}${pageStart}\n\n${catalogueTables()}\n\n${pageEnd}${after}`;
  if (process.env["LANDFALL_UPDATE_GUARDRAILS"] === "1") writeFileSync(file, current);
  expect(readFileSync(file, "utf8")).toBe(current);
});
