import { escaped } from "../../../../audit/html/escaped";
import { type Changes, idOf } from "../../difference/change";
import { flowsOf } from "../../model/flows";
import type { PartKind, ServicePicture } from "../../model/service-parts";
import type { ZoneMap } from "../../model/zone-map";
import { changeMark } from "./account-card";
import { namesCell } from "./names-cell";

/** Events between services, then each service with its parts and accounts. @param pictures by the service's name */
export function servicesPart(
  map: ZoneMap,
  changes: Changes,
  events: string,
  pictures: ReadonlyMap<string, string>,
): string {
  if (map.services.length === 0) return "<p>No account runs a service.</p>";
  return [
    ...(map.events.length === 0
      ? ["<p>No service is on a bus.</p>"]
      : [
          `<div class="scroll" tabindex="0" role="region" aria-label="Picture of the events">${events}</div>`,
          eventTable(map, changes),
        ]),
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
    const cells = [
      escaped(each.bus),
      `${escaped(each.event)}${marks}`,
      namesCell(publishers, "accounts"),
      namesCell(takers, "subscriptions"),
    ];
    return `<tr data-accounts="${escaped(all)}">${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  return `<details${events.length > 40 ? "" : " open"}><summary>Every event, by account</summary><div class="scroll" tabindex="0" role="region" aria-label="Events by account"><table><thead><tr><th scope="col">Bus</th><th scope="col">Event</th><th scope="col">Published by</th><th scope="col">Taken by</th></tr></thead><tbody>${rows.join("")}</tbody></table></div></details>`;
}

function accountsOf(all: readonly { readonly account: string }[]): readonly string[] {
  return [...new Set(all.map(({ account }) => account))];
}

function serviceBox({ name, accounts, parts }: ServicePicture, changes: Changes, picture: string): string {
  const words = [...new Set(parts.map(({ kind }) => kind))].map((kind) => {
    const count = parts.filter((part) => part.kind === kind).length;
    return kind === "function" || count > 1 ? `${count} ${partWords[kind][count === 1 ? 0 : 1]}` : partWords[kind][0];
  });
  return [
    `<details class="unit" data-accounts="${escaped(accounts.join(" "))}"><summary><b>${escaped(name)}</b> <span class="dim">in ${accounts.length} account${accounts.length === 1 ? "" : "s"}; ${escaped(words.join(", "))}</span>${changeMark(changes.get(idOf.service(name)))}</summary>`,
    `<div class="scroll" tabindex="0" role="region" aria-label="Parts of ${escaped(name)}">${picture}</div>`,
    `<div class="cards" data-cards>${accounts.map((account) => `<button type="button" class="card ${changes.get(idOf.account(account))?.kind ?? ""}" data-account="${escaped(account)}"><b>${escaped(account)}</b></button>`).join("")}</div></details>`,
  ].join("\n");
}

/** One and several. */
const partWords: Readonly<Record<PartKind, readonly [string, string]>> = {
  api: ["API", "APIs"],
  function: ["function", "functions"],
  table: ["table", "tables"],
  queue: ["queue", "queues"],
  topic: ["topic", "topics"],
  schedule: ["schedule", "schedules"],
  bucket: ["bucket", "buckets"],
  secret: ["secret", "secrets"],
  database: ["database", "databases"],
  dataStream: ["data stream", "data streams"],
  stream: ["delivery stream", "delivery streams"],
  email: ["mail address", "mail addresses"],
  machine: ["state machine", "state machines"],
  userPool: ["user pool", "user pools"],
  bus: ["event bus", "event buses"],
};
