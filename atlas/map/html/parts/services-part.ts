import { escaped } from "../../../../audit/html/escaped";
import { type Changes, idOf } from "../../difference/change";
import { flowsOf } from "../../model/flows";
import type { ServicePicture } from "../../model/service-parts";
import type { ZoneMap } from "../../model/zone-map";
import { changeMark } from "./account-card";

/** Events between services, then each service with its parts and accounts. @param pictures by the service's name */
export function servicesPart(
  map: ZoneMap,
  changes: Changes,
  events: string,
  pictures: ReadonlyMap<string, string>,
): string {
  if (map.services.length === 0) return "<p>No account runs a service.</p>";
  return [
    ...(map.events.length === 0 ? ["<p>No service is on a bus.</p>"] : [`<div class="scroll" tabindex="0" role="region" aria-label="Picture of the events">${events}</div>`, eventTable(map, changes)]),
    ...map.services.map((service) => serviceBox(service, changes, pictures.get(service.name) ?? "")),
  ].join("\n");
}

function eventTable({ events }: ZoneMap, changes: Changes): string {
  const rows = events.map((each) => {
    const flows = flowsOf([each]);
    const publishers = accountsOf(each.publishers);
    const takers = each.subscribers.map(({ account, subscription }) => `${account} (${subscription})`);
    const marks = flows.map((flow) => changeMark(changes.get(idOf.flow(flow)))).join("");
    const all = [...publishers, ...accountsOf(each.subscribers)].join(" ");
    const cells = [each.bus, each.event, publishers.join(", ") || "nobody", takers.join(", ") || "nobody"];
    return `<tr data-accounts="${escaped(all)}">${cells.map((text, index) => `<td>${escaped(text)}${index === 1 ? marks : ""}</td>`).join("")}</tr>`;
  });
  return `<details${events.length > 40 ? "" : " open"}><summary>Every event, by account</summary><div class="scroll" tabindex="0" role="region" aria-label="Events by account"><table><thead><tr><th scope="col">Bus</th><th scope="col">Event</th><th scope="col">Published by</th><th scope="col">Taken by</th></tr></thead><tbody>${rows.join("")}</tbody></table></div></details>`;
}

function accountsOf(all: readonly { readonly account: string }[]): readonly string[] {
  return [...new Set(all.map(({ account }) => account))];
}

function serviceBox({ name, accounts, parts }: ServicePicture, changes: Changes, picture: string): string {
  const counts = new Map<string, number>();
  for (const { kind } of parts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const words = [...counts].map(([kind, count]) => (count === 1 ? kind : `${count} ${kind === "machine" ? "machines" : plural(kind)}`));
  return [
    `<details class="unit" data-accounts="${escaped(accounts.join(" "))}"><summary><b>${escaped(name)}</b> <span class="dim">in ${accounts.length} account${accounts.length === 1 ? "" : "s"}; ${escaped(words.join(", "))}</span>${changeMark(changes.get(idOf.service(name)))}</summary>`,
    `<div class="scroll" tabindex="0" role="region" aria-label="Parts of ${escaped(name)}">${picture}</div>`,
    `<div class="cards" data-cards>${accounts.map((account) => `<button type="button" class="card ${changes.get(idOf.account(account))?.kind ?? ""}" data-account="${escaped(account)}"><b>${escaped(account)}</b></button>`).join("")}</div></details>`,
  ].join("\n");
}

function plural(kind: string): string {
  return kind.endsWith("s") ? kind : `${kind}s`;
}
