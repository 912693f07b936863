import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { root } from "./page";

const directory = join(root, "docs/patterns");

/** Rows of the tables below a heading, each a list of cells. */
function rowsBelow(markdown: string, heading: string): readonly (readonly string[])[] {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(heading)) ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("| "));
  return lines.slice(1).map((line) =>
    line
      .slice(1, line.lastIndexOf("|"))
      .split("|")
      .map((cell) => cell.trim()),
  );
}

/** What is wrong with a guide, as sentences. @param isThere whether a file is, from the project's root */
function problemsOf(guide: string, pages: readonly string[], isThere: (file: string) => boolean): readonly string[] {
  const links = [...guide.matchAll(/\]\(([\w-]+\.md)[^)]*\)/g)].map(([, page = ""]) => page);
  const patterns = rowsBelow(guide, "From the problem");
  const wrong = rowsBelow(guide, "What goes wrong");
  return [
    ...pages.filter((page) => !links.includes(page)).map((page) => `${page} is not in the guide`),
    ...links.filter((page) => !pages.includes(page)).map((page) => `${page} is linked, and not there`),
    ...[...patterns, ...wrong].flatMap((cells) => {
      const [what = ""] = cells;
      const shown = cells.at(-1) ?? "";
      const files = [...shown.matchAll(/`(test\/[^`]+)`/g)].map(([, file = ""]) => file);
      return [
        ...(cells.some((cell) => cell === "") ? [`${what}: a cell is empty`] : []),
        ...(files.length === 0 && !/^not shown: ./.test(shown)
          ? [`${what}: nothing says what shows it, nor why not`]
          : []),
        ...files.filter((file) => !isThere(file)).map((file) => `${what}: ${file} is not there`),
      ];
    }),
    ...(patterns.length === 0 || wrong.length === 0 ? ["a table is missing"] : []),
  ];
}

const guide = readFileSync(join(directory, "README.md"), "utf8");
const pages = readdirSync(directory).filter((file) => file.endsWith(".md") && file !== "README.md");

describe("the guide to the patterns", () => {
  test("has every page, and each row names what shows it", () => {
    expect(problemsOf(guide, pages, (file) => existsSync(join(root, file)))).toEqual([]);
  });

  test("is found wrong where a page, a link or a test is missing", () => {
    const rest = pages.filter((page) => page !== "saga.md");
    expect(problemsOf(guide, [...pages, "new.md"], () => true)).toEqual(["new.md is not in the guide"]);
    expect(problemsOf(guide, rest, () => true)).toContain("saga.md is linked, and not there");
    expect(problemsOf(guide, pages, (file) => file !== "test/e2e/purchases.ts")).toHaveLength(1);
    expect(problemsOf(guide.replace("`test/e2e/purchases.ts`", "it works"), pages, () => true)).toHaveLength(1);
  });

  test("names end-to-end tests that are run", () => {
    const suites = ["test/e2e/patterns.test.ts", "test/e2e/rehearsal.test.ts"].map((file) =>
      readFileSync(join(root, file), "utf8"),
    );
    const shown = rowsBelow(guide, "From the problem").flatMap((cells) => [
      ...(cells.at(-1) ?? "").matchAll(/`test\/e2e\/([\w/-]+)\.ts`/g),
    ]);
    expect(shown.length).toBeGreaterThan(0);
    for (const [, file = ""] of shown) expect(suites.some((suite) => suite.includes(`"./${file}"`))).toBe(true);
  });
});
