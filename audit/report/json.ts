import type { AuditReport } from "./report";

/** The whole report; schemas/audit-report.json describes it. */
export function asJson(report: AuditReport): string {
  return `${JSON.stringify(report, undefined, 1)}\n`;
}
