import { asHtml } from "./html/html";
import { asJson } from "./report/json";
import { asMarkdown } from "./report/markdown";
import type { AuditReport } from "./report/report";
import { asSarif } from "./report/sarif";
import { asText } from "./report/text";

/** Every format of a report ends with a line break. */
export const auditFormats = {
  text: (report) => `${asText(report)}\n`,
  json: asJson,
  markdown: asMarkdown,
  html: asHtml,
  sarif: asSarif,
} as const satisfies Readonly<Record<string, (report: AuditReport, version: string) => string>>;

export type AuditFormat = keyof typeof auditFormats;
