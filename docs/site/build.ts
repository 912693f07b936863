import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { problemsOf, readSite, type SectionOfPages, type Site, sourceText, staged } from "./pages";

/**
 * `npm run site [-- --serve]`: builds docs/ as a site, in a folder of its own below `.landfall/` where its generator is installed too. Exits 1 when a
 * link leads nowhere or the generator fails.
 */
const root = resolve(__dirname, "../..");
const work = join(root, ".landfall/site");

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** @returns whether the generator is there, as the lock file says */
function install(): boolean {
  const lock = readFileSync(join(__dirname, "package-lock.json"), "utf8");
  const hash = createHash("sha256").update(lock).digest("hex");
  const marker = join(work, "node_modules/.lock-hash");
  for (const name of ["package.json", "package-lock.json"]) cpSync(join(__dirname, name), join(work, name));
  if (existsSync(marker) && readFileSync(marker, "utf8") === hash) return true;
  console.log("Installing the site's generator");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], {
    cwd: work,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status === 0) writeFileSync(marker, hash);
  return status === 0;
}

interface SidebarItem {
  readonly text: string;
  readonly link: string;
  readonly collapsed?: true;
  readonly items?: readonly SidebarItem[];
}

/** A section with its pages, and the sections within it folded; its own name leads to its first page. */
function sidebarItem({ title, pages, within }: SectionOfPages, site: Site): SidebarItem {
  const items = pages.map((page) => ({ text: page.title, link: `/${page.path.replace(/(index)?\.md$/, "")}` }));
  const inner = site.sections
    .filter((section) => section.within === title)
    .map((section) => sidebarItem(section, site));
  const folded = within === undefined ? {} : { collapsed: true as const };
  return { text: title, link: items[0]?.link ?? "/", ...folded, items: [...items, ...inner] };
}

function stage(site: Site): void {
  for (const folder of ["pages", ".vitepress"]) rmSync(join(work, folder), { recursive: true, force: true });
  cpSync(join(__dirname, ".vitepress"), join(work, ".vitepress"), { recursive: true });
  cpSync(join(__dirname, "slug.ts"), join(work, "slug.ts"));
  const { pages, sources } = staged(site);
  for (const [path, text] of pages) write(join(work, "pages", path), text);
  for (const [path, source] of sources) write(join(work, "pages/public", path), sourceText(root, source));
  const sidebar = site.sections.filter(({ within }) => within === undefined).map((part) => sidebarItem(part, site));
  write(join(work, "sidebar.json"), JSON.stringify(sidebar));
}

function vitepress(...args: readonly string[]): number {
  const program = join(work, "node_modules/vitepress/bin/vitepress.js");
  return spawnSync(process.execPath, [program, ...args], { cwd: work, stdio: "inherit" }).status ?? 1;
}

function build(args: readonly string[]): number {
  const site = readSite(root);
  const problems = problemsOf(root, site);
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    return 1;
  }
  mkdirSync(work, { recursive: true });
  if (!install()) return 1;
  stage(site);
  const status = vitepress("build", ".");
  if (status !== 0) return status;
  const count = site.sections.reduce((sum, { pages }) => sum + pages.length, 1);
  console.log(`${String(count)} pages in .landfall/site/dist; npm run site -- --serve shows them`);
  return args.includes("--serve") ? vitepress("preview", ".", "--host", "127.0.0.1") : 0;
}

process.exitCode = build(process.argv.slice(2));
