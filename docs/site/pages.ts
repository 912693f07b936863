import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { anchorsOf, linksOf, titleOf, withFileNames, withLinks } from "./markdown";
import { home, parts } from "./navigation";

/** A page of the repository. */
export interface Page {
  /** From the repository's root. */
  readonly file: string;
  /** On the site. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

export interface SectionOfPages {
  readonly title: string;
  readonly pages: readonly Page[];
  /** The section that it is shown in. */
  readonly within: string | undefined;
}

export interface Site {
  readonly home: Page;
  readonly sections: readonly SectionOfPages[];
  /** Pages below docs/ that no section has. */
  readonly unlisted: readonly string[];
  /** Pages that a section names, and that are not there. */
  readonly missing: readonly string[];
}

/** Reads the pages of a repository in the order of the navigation. */
export function readSite(root: string): Site {
  const all = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .map((path) => `docs/${path}`)
    .filter((path) => path.endsWith(".md") && !path.includes("node_modules"))
    .sort();
  const named = new Set(parts.flatMap(({ pages }) => pages.map(({ file }) => file)));
  const page = (file: string, title?: string): Page => {
    const text = readFileSync(join(root, file), "utf8");
    return { file, path: sitePath(file), title: title ?? titleOf(text), text };
  };
  /** `Saga: all of it, or none of it` is a saga in the navigation. */
  const shortTitle = (file: string): string => titleOf(readFileSync(join(root, file), "utf8")).replace(/: .*/, "");
  const sections = parts.map(({ title, pages, folders = [], within }) => ({
    title,
    within,
    pages: [
      ...pages.filter(({ file }) => existsSync(join(root, file))).map((entry) => page(entry.file, entry.title)),
      ...all
        .filter((file) => folders.includes(posix.dirname(file)) && !named.has(file))
        .map((file) => page(file, shortTitle(file))),
    ],
  }));
  const listed = new Set(sections.flatMap(({ pages }) => pages.map(({ file }) => file)));
  return {
    home: page(home.file, home.title),
    sections,
    unlisted: all.filter((file) => !listed.has(file)),
    missing: [...named].filter((file) => !existsSync(join(root, file))),
  };
}

/** docs/patterns/README.md is patterns/index.md there, README.md the first page. */
export function sitePath(file: string): string {
  return file
    .replace(/^docs\//, "")
    .replace(/(^|\/)README\.md$/, "$1index.md")
    .replace("CONTRIBUTING", "contributing");
}

const pagesOf = ({ home: first, sections }: Site): readonly Page[] => [
  first,
  ...sections.flatMap(({ pages }) => pages),
];

/** Where a link of a page leads: a page, a file or folder of the repository, or out of it. */
function destination(from: string, target: string): { readonly file: string; readonly anchor: string } | undefined {
  if (/^[a-z]+:/.test(target)) return undefined;
  const [path = "", anchor = ""] = target.split("#");
  return {
    file: path === "" ? from : posix.normalize(posix.join(posix.dirname(from), path)).replace(/\/$/, ""),
    anchor,
  };
}

/** What is wrong with the site, as sentences: a page that is nowhere in the navigation, a link or an anchor that leads nowhere. */
export function problemsOf(root: string, site: Site): readonly string[] {
  const anchors = new Map(pagesOf(site).map(({ file, text }) => [file, anchorsOf(text)]));
  const ofLink = (page: Page, target: string): readonly string[] => {
    const to = destination(page.file, target);
    if (to === undefined) return [];
    if (!existsSync(join(root, to.file))) return [`${page.file}: ${target} is not there`];
    const found = anchors.get(to.file);
    const lost = to.anchor !== "" && found !== undefined && !found.includes(to.anchor);
    return lost ? [`${page.file}: ${target}: ${to.file} has no such heading`] : [];
  };
  return [
    ...site.unlisted.map((file) => `${file} is not in the navigation (docs/site/navigation.ts)`),
    ...site.missing.map((file) => `${file} is in the navigation, and not there`),
    ...pagesOf(site).flatMap((page) => linksOf(page.text).flatMap((target) => ofLink(page, target))),
  ];
}

/** What the site's generator gets. */
export interface Staged {
  /** Path on the site → Markdown. */
  readonly pages: ReadonlyMap<string, string>;
  /** Path on the site → a file or folder of the repository, shown as text: what pages link that is no page. */
  readonly sources: ReadonlyMap<string, string>;
}

/** The pages with links that hold on the site: to pages there, and to copies of the repository's files. */
export function staged(site: Site): Staged {
  const sources = new Map<string, string>();
  const byFile = new Map(pagesOf(site).map((page) => [page.file, page]));
  const moved =
    (page: Page) =>
    (target: string): string => {
      const to = destination(page.file, target);
      if (to === undefined) return target;
      const other = byFile.get(to.file);
      const anchor = to.anchor === "" ? "" : `#${to.anchor}`;
      if (other !== undefined) return `/${other.path}${anchor}`;
      const copy = `source/${to.file}.txt`;
      sources.set(copy, to.file);
      return `/${copy}`;
    };
  const pages = new Map(
    pagesOf(site).map((page) => [page.path, withFileNames(withLinks(page.text, moved(page)))] as const),
  );
  return { pages, sources };
}

/** A file's text, or the names of what a folder holds. */
export function sourceText(root: string, path: string): string {
  const at = join(root, path);
  if (!statSync(at).isDirectory()) return readFileSync(at, "utf8");
  const names = readdirSync(at, { withFileTypes: true }).map(
    (entry) => `${entry.name}${entry.isDirectory() ? "/" : ""}`,
  );
  return `${path}/\n\n${names.sort().join("\n")}\n`;
}
