import { consequenceLines } from "../diff/change-lines";
import type { Finding } from "../finding";
import { actionStandings, serviceStanding, type ServiceStanding } from "./matrix-cells";
import type { AuditReport, ClaimResult, Matrix } from "./report";
import { few, requestInWords } from "./request-words";
import { counted } from "./verdict";
import { placeInWords, subjectInWords } from "./where";

/** The report for a terminal: the verdict first, then what is wrong, then what holds. */
export function asText(report: AuditReport): string {
  const { universe, verdict, claims, findings, matrix } = report;
  const wrong = claims.filter(isWrong);
  const right = claims.filter((each) => !isWrong(each));
  const others = findings.filter(({ changes }) => changes === undefined);
  return [
    verdict.sentence,
    `${counted(matrix.accounts.length, "account")}, ${counted(universe.actions, "action")} of AWS as of ${universe.date} (iam-data ${universe.version})${scopeInWords(report)}`,
    ...section("Not proved", wrong.flatMap(claimLines)),
    ...section("Findings", others.flatMap(findingLines)),
    ...liveSection(report),
    ...section("Claims", right.flatMap(claimLines)),
    ...(isShort(matrix) ? section("Actions", actionLines(matrix)) : section("Services", matrixLines(matrix))),
  ].join("\n");
}

function isWrong({ outcome }: ClaimResult): boolean {
  return outcome === "refuted" || outcome === "undecided";
}

/** What is not as declared, each with what it newly allows or denies. */
function liveSection({ live, findings }: AuditReport): readonly string[] {
  if (live === undefined) return [];
  const differences = findings.filter(({ changes }) => changes !== undefined);
  return section("Live differences", [live.sentence, ...differences.flatMap(findingLines)]);
}

function scopeInWords({ scope: { account, action } }: AuditReport): string {
  return [account === undefined ? "" : `; account ${account}`, action === undefined ? "" : `; actions ${action}`].join(
    "",
  );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function claimLines({
  guardrail,
  claim,
  sentence,
  outcome,
  why,
  accounts,
  refutations,
}: ClaimResult): readonly string[] {
  const reach = outcome === "refuted" ? "" : ` (${counted(accounts, "account")}${why === undefined ? "" : `; ${why}`})`;
  return [
    `${outcome.padEnd(8)}${guardrail}/${claim}: ${sentence}${reach}`,
    ...refutations.flatMap(({ accounts: refuted, request, escape }) => [
      `        in ${few(refuted)}: allowed: ${requestInWords(request)}`,
      ...(escape === undefined ? [] : [`        why: ${escape}`]),
    ]),
  ];
}

function findingLines({ severity, rule, message, where, remedy, request, changes }: Finding): readonly string[] {
  return [
    `${severity.padEnd(8)}${rule}: ${subjectInWords(where)}: ${message}`,
    ...(request === undefined || changes !== undefined ? [] : [`        request: ${requestInWords(request)}`]),
    ...consequenceLines(changes ?? []).map((line) => `        ${line}`),
    ...[placeInWords(where)].flatMap((place) => (place === undefined ? [] : [`        at ${place}`])),
    `        ${remedy}`,
  ];
}

/** One paragraph for each group of accounts; with 400 services a table would show nothing. */
function matrixLines(matrix: Matrix): readonly string[] {
  return matrix.groups.flatMap((_, group) => {
    const accounts = matrix.accounts.filter((each) => each.group === group).map(({ name }) => name);
    const of = (wanted: ServiceStanding): readonly string[] =>
      matrix.services.flatMap(({ prefix }, service) =>
        serviceStanding(matrix, group, service) === wanted ? [prefix] : [],
      );
    const [allowed, conditional, denied] = [of("allowed"), of("conditional"), of("denied")];
    const lines = [
      ["allowed", allowed],
      ["conditional", conditional],
      ["denied", denied],
    ] as const;
    return [
      `${few(accounts)}:`,
      ...lines.flatMap(([word, services]) =>
        services.length === 0
          ? []
          : [`  ${word.padEnd(12)}${counted(services.length, "service")}: ${few(services, 12)}`],
      ),
    ];
  });
}

/** Up to this many actions are shown one by one. */
const fewActions = 200;

function isShort({ services }: Matrix): boolean {
  return services.reduce((sum, { actions }) => sum + actions.length, 0) <= fewActions;
}

/** For each group of accounts its actions by how they stand. */
function actionLines(matrix: Matrix): readonly string[] {
  return matrix.groups.flatMap((_, group) => {
    const byStanding = new Map<number, string[]>();
    for (const [service, { prefix, actions }] of matrix.services.entries()) {
      for (const [index, each] of actionStandings(matrix, group, service).entries()) {
        const names = byStanding.get(each) ?? [];
        byStanding.set(each, names);
        names.push(`${prefix}:${actions[index] ?? ""}`);
      }
    }
    const accounts = matrix.accounts.filter((each) => each.group === group).map(({ name }) => name);
    return [
      `${few(accounts)}:`,
      ...[...byStanding]
        .sort(([one], [other]) => one - other)
        .flatMap(([each, names]) => standingLines(matrix.standings[each] ?? "", names)),
    ];
  });
}

/** What needs words stands below the actions it is about, part by part. */
function standingLines(standing: string, names: readonly string[]): readonly string[] {
  if (!standing.includes(" ")) return [`  ${standing.padEnd(8)} ${names.join(", ")}`];
  return [`  when     ${names.join(", ")}`, ...standing.split("; and ").map((part) => `             ${part}`)];
}
