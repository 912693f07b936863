import type { AuditReport } from "../../report/report";
import { byId, element } from "./dom";
import type { Selection } from "./selection";
import { standingAt } from "./standing";

/** Shows every shown action of a service in an account, with the words for when it is allowed. */
export function openDetail({ matrix }: AuditReport, selection: Selection, account: number, service: number): void {
  const chosen = matrix.accounts[account];
  const shown = selection.services.find(({ index }) => index === service);
  const all = matrix.services[service];
  if (chosen === undefined || shown === undefined || all === undefined) return;
  const guardrails = matrix.groups[chosen.group]?.guardrails ?? [];
  byId("detail-title").textContent = `${chosen.name}: ${shown.prefix}`;
  byId("detail-path").textContent =
    `${chosen.id} in ${chosen.organizationalUnit}; bound by ${guardrails.length === 0 ? "nothing" : guardrails.join(", ")}`;
  const rows = shown.actions.map((action) => {
    const standing = standingAt(matrix, chosen.group, service, action);
    const kind = standing === 0 ? "allowed" : standing === 1 ? "denied" : "conditional";
    return element("tr", {
      class: kind,
      children: [
        element("td", { text: `${shown.prefix}:${all.actions[action] ?? ""}` }),
        element("td", { class: "words", text: (matrix.standings[standing] ?? "").replaceAll("; and ", ";\nand ") }),
      ],
    });
  });
  byId("detail-actions").replaceChildren(...rows);
  const panel = byId("detail");
  panel.hidden = false;
  window.dispatchEvent(new Event("resize"));
  byId("detail-close").focus();
}

/** @returns whether it was open */
export function closeDetail(): boolean {
  const panel = byId("detail");
  const wasOpen = !panel.hidden;
  panel.hidden = true;
  window.dispatchEvent(new Event("resize"));
  return wasOpen;
}
