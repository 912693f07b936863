import type { Cell, CellState, Finding, StatusReport, StatusRow } from "../delivery/status/report";
import { type Colour, paint } from "./paint";
import { table, type TableCell } from "./table";

const colours: Readonly<Record<CellState, Colour>> = {
  there: "green",
  partly: "yellow",
  waiting: "dim",
  "not-declared": "dim",
  gone: "red",
  unknown: "red",
};

/** The accounts as a table, the platform's stacks on one line, then what does not agree and what to do about it. */
export function statusLines(report: StatusReport): readonly string[] {
  const { accounts, platform, findings } = report;
  return [
    ...table(["ACCOUNT", "UNIT", "CREATED", "BASELINE", "NETWORK", "SERVICE"], accounts.map(accountCells)),
    ...(platform.length === 0 ? [] : ["", ...platformLines(report)]),
    ...findings.flatMap((found) => ["", ...findingLines(found)]),
    "",
    verdict(report),
  ];
}

function accountCells(row: StatusRow): readonly TableCell[] {
  const name = row.displayName === row.account ? row.account : `${row.account} (${row.displayName})`;
  const suffix = row.declared === "active" ? "" : `, ${row.declared}`;
  const service = row.url === undefined ? row.service : { ...row.service, text: `${row.service.text}  ${row.url}` };
  return [
    { text: `${name}${suffix}` },
    { text: row.organizationalUnit ?? "–", colour: "dim" },
    ...[row.created, row.baseline, row.network, service].map(coloured),
  ];
}

function coloured({ state, text }: Cell): TableCell {
  return { text, colour: colours[state] };
}

function platformLines({ platform }: StatusReport): readonly string[] {
  return table(
    ["PLATFORM", "RESOURCES"],
    platform.map(({ stack, resources }) => [{ text: stack }, coloured(resources)]),
  );
}

function findingLines({ severity, about, message, remedy }: Finding): readonly string[] {
  const mark = severity === "finding" ? paint("red", "finding", process.stdout) : paint("dim", "note", process.stdout);
  return [`${mark}  ${about}: ${message}`, `  ${remedy}`];
}

function verdict({ organization, accounts, findings }: StatusReport): string {
  const stages = accounts.flatMap(({ created, baseline, network, service }) => [created, baseline, network, service]);
  const open = stages.filter(({ state }) => state === "waiting" || state === "partly").length;
  const count = findings.filter(({ severity }) => severity === "finding").length;
  const progress = open === 0 ? "everything declared is there" : `${open} of ${stages.length} stages are not there yet`;
  return `${organization}: ${progress}; ${count === 1 ? "1 finding" : `${count} findings`}.`;
}
