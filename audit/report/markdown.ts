import { consequenceLines } from "../diff/change-lines";
import type { Finding } from "../finding";
import { serviceStanding } from "./matrix-cells";
import type { AuditReport, ClaimResult } from "./report";
import { code, escaped, fitting, folded } from "./markdown-text";
import { few, requestInWords } from "./request-words";
import { counted } from "./verdict";
import { placeInWords, subjectInWords } from "./where";

/** The report as a comment of a pull request: what is wrong in full, what holds in a folded table. */
export function asMarkdown(report: AuditReport): string {
  const { universe, verdict, claims, findings, live, matrix } = report;
  const refuted = claims.filter(({ outcome }) => outcome === "refuted");
  const others = findings.filter(({ changes }) => changes === undefined);
  const differences = findings.filter(({ changes }) => changes !== undefined);
  const blocks = [
    `## Audit of ${code(report.organization)}`,
    `**${verdict.sentence}**`,
    `${counted(matrix.accounts.length, "account")}, ${counted(universe.actions, "action")} of AWS as of ${universe.date} (iam-data ${universe.version}).`,
    ...(refuted.length === 0 ? [] : ["### Refuted claims", ...refuted.map(refutedBlock)]),
    ...(others.length === 0 ? [] : ["### Findings", ...others.map(findingBlock)]),
    ...(live === undefined ? [] : ["### Live differences", live.sentence, ...differences.map(findingBlock)]),
    folded(`${counted(claims.length, "claim")}`, claimTable(claims)),
    folded(`${counted(matrix.groups.length, "group")} of accounts`, groupTable(report)),
  ];
  return fitting(blocks);
}

function refutedBlock({ guardrail, claim, sentence, refutations }: ClaimResult): string {
  return [
    `- **${code(`${guardrail}/${claim}`)}** ${escaped(sentence)}`,
    ...refutations.slice(0, 5).map(({ accounts, request, escape }) => {
      const why = escape === undefined ? "" : ` (${escaped(escape)})`;
      return `  - in ${escaped(few(accounts))}: ${code(requestInWords(request))} is allowed${why}`;
    }),
  ].join("\n");
}

function findingBlock({ severity, rule, message, where, remedy, request, changes }: Finding): string {
  const place = placeInWords(where);
  const shown = request === undefined || changes !== undefined ? "" : ` Request: ${code(requestInWords(request))}.`;
  const first = `- **${severity}** ${code(rule)} ${escaped(subjectInWords(where))}: ${escaped(message)}${shown} *${escaped(remedy)}*${place === undefined ? "" : ` ${code(place)}`}`;
  return [first, ...consequenceLines(changes ?? []).map((line) => `  - ${escaped(line.trim())}`)].join("\n");
}

function claimTable(claims: readonly ClaimResult[]): string {
  const rows = claims.map(
    ({ guardrail, claim, sentence, outcome, accounts }) =>
      `| ${outcome} | ${code(`${guardrail}/${claim}`)} | ${escaped(sentence)} | ${accounts} |`,
  );
  return ["| | claim | says | accounts |", "|---|---|---|---|", ...rows].join("\n");
}

function groupTable({ matrix }: AuditReport): string {
  const rows = matrix.groups.map((_, group) => {
    const accounts = matrix.accounts.filter((each) => each.group === group).map(({ name }) => name);
    const standings = matrix.services.map((_, service) => serviceStanding(matrix, group, service));
    const count = (wanted: string): number => standings.filter((each) => each === wanted).length;
    return `| ${escaped(few(accounts))} | ${count("allowed")} | ${count("conditional")} | ${count("denied")} |`;
  });
  return ["| accounts | services allowed | conditional | denied |", "|---|---|---|---|", ...rows].join("\n");
}
