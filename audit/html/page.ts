import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { escaped } from "./escaped";

/** What a page is made of. */
export interface PageParts {
  readonly title: string;
  readonly body: string;
  /** What goes beyond `base.css`, which every page has. */
  readonly style: string;
  /** TypeScript file that the page runs, with all that it imports. */
  readonly script: string;
  /** Id of the element that holds the data, and the data: what `JSON.stringify` takes. */
  readonly data: { readonly id: string; readonly value: unknown };
}

/** A page in one file that needs no network; its policy lets the browser run this script and load nothing. */
export function selfContained({ title, body, script: entry, data, ...own }: PageParts): string {
  const script = bundled(entry);
  const style = `${readFileSync(join(__dirname, "base.css"), "utf8")}${own.style}`;
  // What stands in an inline script of data ends at the first `</script`, whatever is around it (HTML, "Restrictions for contents of script elements").
  const json = JSON.stringify(data.value).replaceAll("<", "\\u003c");
  const policy = `default-src 'none'; script-src ${sourceOf(script)}; style-src ${sourceOf(style)}; base-uri 'none'; form-action 'none'`;
  return [
    "<!doctype html>",
    `<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escaped(title)}</title><style>${style}</style></head>`,
    `<body>${body}`,
    `<script type="application/json" id="${data.id}">${json}</script>`,
    `<script>${script}</script></body></html>`,
    "",
  ].join("\n");
}

function bundled(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    legalComments: "none",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild wrote no bundle of ${entry}`);
  return file.text.trim().replaceAll("</script", "<\\/script");
}

/** A source expression for an inline element (Content Security Policy Level 3, "hash-source"). */
function sourceOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
