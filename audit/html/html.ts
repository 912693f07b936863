import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "../report/report";
import { body } from "./body";
import { selfContained } from "./page";

/** The whole report in one file that needs no network. */
export function asHtml(report: AuditReport): string {
  return selfContained({
    title: "Audit",
    body: body(report),
    style: readFileSync(join(__dirname, "page.css"), "utf8"),
    script: join(__dirname, "browser", "main.ts"),
    data: { id: "report", value: report },
  });
}
