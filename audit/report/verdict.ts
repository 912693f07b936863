import type { Finding } from "../finding";
import type { AuditReport, ClaimResult } from "./report";

/** Notes leave an audit clean; everything else does not. */
export function verdictOf(claims: readonly ClaimResult[], findings: readonly Finding[]): AuditReport["verdict"] {
  const count = (outcome: ClaimResult["outcome"]): number => claims.filter((each) => each.outcome === outcome).length;
  const of = (severity: Finding["severity"]): number => findings.filter((each) => each.severity === severity).length;
  const parts = [
    `${count("proved")} of ${counted(claims.length, "claim")} proved`,
    ...some(count("refuted"), "refuted"),
    ...some(count("vacuous"), "vacuous"),
    ...some(count("undecided"), "undecided"),
    ...(of("error") > 0 ? [counted(of("error"), "error")] : []),
    ...(of("warning") > 0 ? [counted(of("warning"), "warning")] : []),
    ...(of("note") > 0 ? [counted(of("note"), "note")] : []),
  ];
  const clean = count("refuted") + count("undecided") === 0 && of("error") === 0 && of("warning") === 0;
  return { clean, sentence: `${clean ? "Clean" : "Findings"}: ${parts.join(", ")}.` };
}

function some(number: number, word: string): readonly string[] {
  return number === 0 ? [] : [`${number} ${word}`];
}

/** `1 claim`, `2 claims`. */
export function counted(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
