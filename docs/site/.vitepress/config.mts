import { readFileSync } from "node:fs";
import { defineConfig, type DefaultTheme } from "vitepress";
import { slug } from "../slug";

const sidebar = JSON.parse(
  readFileSync(new URL("../sidebar.json", import.meta.url), "utf8"),
) as DefaultTheme.SidebarItem[];

const nav = sidebar.map(({ text = "", link = "/" }): DefaultTheme.NavItemWithLink => ({ text, link }));

/** Everything the site shows is in it: no font, script or search index comes from elsewhere. */
export default defineConfig({
  lang: "en-GB",
  title: "Landfall",
  description: "A multi-account AWS landing zone on CDKTF that can be rehearsed on a laptop, proved and deployed",
  srcDir: "pages",
  outDir: "dist",
  base: process.env.LANDFALL_SITE_BASE ?? "/",
  metaChunk: true,
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    anchor: { slugify: slug },
    config: (md) => {
      const fence = md.renderer.rules.fence;
      md.renderer.rules.fence = (tokens, index, options, env, self) => {
        const { info = "", content = "" } = tokens[index] ?? {};
        if (info.trim() === "mermaid") return `<Mermaid code="${encodeURIComponent(content)}" />`;
        return fence?.(tokens, index, options, env, self) ?? "";
      };
    },
  },
  themeConfig: {
    nav,
    sidebar: [{ text: "What it is", link: "/" }, ...sidebar],
    outline: [2, 3],
    search: { provider: "local" },
  },
  vite: { build: { chunkSizeWarningLimit: 4000 } },
});
