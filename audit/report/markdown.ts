import type { Finding } from "../finding";
import { serviceStanding } from "./matrix-cells";
import type { AuditReport, ClaimResult } from "./report";
import { few, requestInWords } from "./request-words";
import { counted } from "./verdict";
import { placeInWords, subjectInWords } from "./where";

/** GitHub takes 65,536 characters in a comment (REST API, "Create an issue comment": body is too long); some are left for what a pipeline adds. */
export const commentLimit = 60_000;

/** The report as a comment of a pull request: what is wrong in full, what holds in a folded table. */
export function asMarkdown(report: AuditReport): string {
  const { universe, verdict, claims, findings, matrix } = report;
  const refuted = claims.filter(({ outcome }) => outcome === "refuted");
  const blocks = [
    `## Audit of ${code(report.organization)}`,
    `**${verdict.sentence}**`,
    `${counted(matrix.accounts.length, "account")}, ${counted(universe.actions, "action")} of AWS as of ${universe.date} (iam-data ${universe.version}).`,
    ...(refuted.length === 0 ? [] : ["### Refuted claims", ...refuted.map(refutedBlock)]),
    ...(findings.length === 0 ? [] : ["### Findings", ...findings.map(findingBlock)]),
    folded(`${counted(claims.length, "claim")}`, claimTable(claims)),
    folded(`${counted(matrix.groups.length, "group")} of accounts`, groupTable(report)),
  ];
  return fitting(blocks);
}

/** As many blocks as fit, and how many did not. */
function fitting(blocks: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const [index, block] of blocks.entries()) {
    length += block.length + 2;
    if (length > commentLimit) {
      const left = counted(blocks.length - index, "part");
      return [...kept, `*${left} of the report did not fit into a comment; \`landfall audit\` shows them.*`, ""].join(
        "\n\n",
      );
    }
    kept.push(block);
  }
  return [...kept, ""].join("\n\n");
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

function findingBlock({ severity, rule, message, where, remedy, request }: Finding): string {
  const place = placeInWords(where);
  const shown = request === undefined ? "" : ` Request: ${code(requestInWords(request))}.`;
  return `- **${severity}** ${code(rule)} ${escaped(subjectInWords(where))}: ${escaped(message)}${shown} *${escaped(remedy)}*${place === undefined ? "" : ` ${code(place)}`}`;
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

function folded(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

/** Text that Markdown and HTML leave alone, in one line. */
function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~@&]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A code span that no backtick or pipe in the text ends early (GitHub Flavored Markdown, "Code spans", "Tables"). */
function code(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll("|", "\\|");
  const fence = "`".repeat(1 + Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)));
  return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}
