import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { anchorsOf, linksOf, withFileNames } from "../../docs/site/markdown";
import { parts } from "../../docs/site/navigation";
import { type Page, problemsOf, readSite, type Site, staged } from "../../docs/site/pages";
import { root } from "./page";

const site = readSite(root);

/** The site with a page whose text is another. */
function withText(file: string, change: (text: string) => string): Site {
  const changed = (page: Page): Page => (page.file === file ? { ...page, text: change(page.text) } : page);
  const sections = site.sections.map((section) => ({ ...section, pages: section.pages.map(changed) }));
  return { ...site, home: changed(site.home), sections };
}

describe("the site", () => {
  test("has every page of docs/ in its navigation, and every link and anchor leads somewhere", () => {
    expect(problemsOf(root, site)).toEqual([]);
    expect(site.sections.flatMap(({ pages }) => pages).length).toBeGreaterThan(60);
  });

  test("is found wrong where a page, a file or a heading is missing", () => {
    const missing = withText(
      "docs/cost.md",
      (text) => `${text}\n[a](nowhere.md) [b](map.md#no-such-heading) [c](../cli)\n`,
    );
    expect(problemsOf(root, missing)).toEqual([
      "docs/cost.md: nowhere.md is not there",
      "docs/cost.md: map.md#no-such-heading: docs/map.md has no such heading",
    ]);
    const { sections, ...rest } = site;
    const without = { ...rest, sections, unlisted: ["docs/new.md"], missing: ["docs/old.md"] };
    expect(problemsOf(root, without)).toEqual([
      "docs/new.md is not in the navigation (docs/site/navigation.ts)",
      "docs/old.md is in the navigation, and not there",
    ]);
  });

  test("has four parts, and folds what is in one of them", () => {
    const outer = parts.filter(({ within }) => within === undefined).map(({ title }) => title);
    expect(outer).toEqual(["Tutorial", "How-to", "Reference", "Explanation"]);
    expect(parts.flatMap(({ within }) => within ?? []).filter((title) => !outer.includes(title))).toEqual([]);
  });

  test("leads to its own pages, and to copies of what else the pages link", () => {
    const { pages, sources } = staged(site);
    expect(pages.get("tutorial.md")).toContain("](/microservice.md)");
    expect(pages.get("comparison.md")).toContain("](/index.md#limits)");
    expect(pages.get("index.md")).toContain("](/source/zone.txt)");
    expect(sources.get("source/zone.txt")).toBe("zone");
    const inside = [...pages.values()].flatMap(linksOf).filter((target) => !/^([a-z]+:|#)/.test(target));
    const lost = inside
      .map((target) => target.slice(1).replace(/#.*/, ""))
      .filter((path) => !pages.has(path) && !sources.has(path));
    expect(lost).toEqual([]);
  });

  test("is built by what its lock file names, pinned, and nothing of it is the package's", () => {
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
      readFileSync(join(root, "docs/site/package.json"), "utf8"),
    );
    const lock: { packages: Record<string, { version?: string; integrity?: string }> } = JSON.parse(
      readFileSync(join(root, "docs/site/package-lock.json"), "utf8"),
    );
    for (const [name, version] of Object.entries(dependencies))
      expect(lock.packages[`node_modules/${name}`]?.version).toBe(version);
    expect(Object.entries(lock.packages).filter(([path, { integrity }]) => path !== "" && !integrity)).toEqual([]);
    expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toMatch(/"node_modules\/(vitepress|mermaid)"/);
    const documented = readFileSync(join(root, "docs/dependencies.md"), "utf8");
    expect(Object.keys(dependencies).filter((name) => !documented.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("Markdown", () => {
  test("headings have the anchors that GitHub gives them", () => {
    const page = "# A `b` & c: d\n\n```\n# no heading\n```\n## Twice\n## Twice\n## [linked](x.md), –dash\n";
    expect(anchorsOf(page)).toEqual(["a-b--c-d", "twice", "twice-1", "linked-dash"]);
  });

  test("links in code are none", () => {
    expect(linksOf("[a](b.md) `[c](d.md)`\n```\n[e](f.md)\n```\n![g](h.png)\n")).toEqual(["b.md"]);
  });

  test("the path of a file that a block shows stands above it", () => {
    expect(withFileNames("```ts a/b.ts\nx\n```\n```console by hand\ny\n```\n")).toBe(
      "`a/b.ts`\n\n```ts\nx\n```\n```console by hand\ny\n```\n",
    );
  });
});
