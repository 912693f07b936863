import { escaped } from "../../../../audit/html/escaped";
import { type Changes, idOf } from "../../difference/change";
import type { ZoneMap } from "../../model/zone-map";
import { changeMark } from "./account-card";
import { namesCell } from "./names-cell";

/** Every kind of log with the accounts it is of and where it goes. */
export function logsPart({ logs }: ZoneMap, changes: Changes, picture: string): string {
  const rows = logs.map(({ what, from, account, place }) => {
    const accounts = namesCell(from, "accounts");
    return `<tr data-accounts="${escaped(from.join(" "))}"><td>${escaped(what)}${changeMark(changes.get(idOf.log(what)))}</td><td>${accounts}</td><td>${escaped(account ?? "each account itself")}</td><td>${escaped(place)}</td></tr>`;
  });
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="Picture of the logs">${picture}</div>`,
    `<table><thead><tr><th scope="col">Log</th><th scope="col">Of</th><th scope="col">Kept in account</th><th scope="col">Place</th></tr></thead><tbody>${rows.join("")}</tbody></table>`,
  ].join("\n");
}
