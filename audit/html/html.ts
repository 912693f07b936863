import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { AuditReport } from "../report/report";
import { body } from "./body";

/** The whole report in one file that needs no network; its policy lets the browser run this script and load nothing. */
export function asHtml(report: AuditReport): string {
  const script = bundled();
  const style = readFileSync(join(__dirname, "page.css"), "utf8");
  // What stands in an inline script of data ends at the first `</script`, whatever is around it (HTML, "Restrictions for contents of script elements").
  const data = JSON.stringify(report).replaceAll("<", "\\u003c");
  const policy = `default-src 'none'; script-src ${sourceOf(script)}; style-src ${sourceOf(style)}; base-uri 'none'; form-action 'none'`;
  return [
    "<!doctype html>",
    `<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>Audit</title><style>${style}</style></head>`,
    `<body>${body(report)}`,
    `<script type="application/json" id="report">${data}</script>`,
    `<script>${script}</script></body></html>`,
    "",
  ].join("\n");
}

function bundled(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, "browser", "main.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    legalComments: "none",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error("esbuild wrote no bundle of the report's script");
  return file.text.trim().replaceAll("</script", "<\\/script");
}

/** A source expression for an inline element (Content Security Policy Level 3, "hash-source"). */
function sourceOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
