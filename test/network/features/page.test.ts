import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { organizationFeatures } from "../../org/features/features";
import { securityFeatures } from "../../security/features/features";
import { features } from "./features";
import { featuresPage } from "./page";

const root = resolve(__dirname, "../../..");

/** `LANDFALL_UPDATE_FEATURES=1` writes the page anew. */
test("docs/features.md is what the table says", () => {
  const file = join(root, "docs/features.md");
  if (process.env["LANDFALL_UPDATE_FEATURES"] === "1") writeFileSync(file, featuresPage());
  expect(readFileSync(file, "utf8")).toBe(featuresPage());
});

test("every module and test of it exists", () => {
  const all = [...features, ...organizationFeatures, ...securityFeatures];
  const paths = all.flatMap(({ files, tests }) => [...files, ...tests]);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
