import type { AuditReport } from "../../report/report";
import { startControls } from "./controls";
import { closeDetail, openDetail } from "./detail";
import { byId, element, textOf } from "./dom";
import { gridOf } from "./grid";
import { showLists } from "./lists";
import { select, type Selection } from "./selection";
import { startTabs } from "./tabs";

const fields = ["search", "account", "unit", "service", "action"] as const;

function start(): void {
  const report = JSON.parse(byId("report").textContent ?? "") as AuditReport;
  const { matrix } = report;
  for (const unit of unitsOf(report))
    byId("unit").append(element("option", { text: unit, attributes: { value: unit } }));
  let selection: Selection = { accounts: [], services: [] };
  const grid = gridOf(matrix, (account, service) => openDetail(report, selection, account, service));
  const update = (): void => {
    const [search, account, unit, service, action] = fields.map(textOf);
    selection = select(matrix, {
      search: search ?? "",
      account: account ?? "",
      unit: unit ?? "",
      service: service ?? "",
      action: action ?? "",
    });
    const { accounts, services } = selection;
    byId("shown").textContent =
      `${accounts.length} of ${matrix.accounts.length} accounts, ${services.length} of ${matrix.services.length} services`;
    grid.show(selection);
    showLists(report, search ?? "");
  };
  for (const field of fields) byId(field).addEventListener("input", update);
  const close = (): void => {
    if (closeDetail()) grid.focus();
  };
  startControls(close);
  startTabs(["matrix", "claims", "findings"]);
  update();
}

/** Paths of all units that hold accounts, and of the units above them. */
function unitsOf({ matrix }: AuditReport): readonly string[] {
  const units = matrix.accounts.flatMap(({ organizationalUnit }) => {
    const names = organizationalUnit.split("/");
    return names.map((_, index) => names.slice(0, index + 1).join("/"));
  });
  return [...new Set(units)].sort();
}

start();
