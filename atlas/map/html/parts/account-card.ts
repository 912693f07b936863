import { escaped } from "../../../../audit/html/escaped";
import type { Change } from "../../difference/change";
import type { MappedAccount } from "../../model/zone-map";

/** An account as a button, which opens what is known of it. */
export function accountCard(
  { name, owner, roles, service, domain, status }: MappedAccount,
  change: Change | undefined,
): string {
  const facts = [
    owner,
    ...roles.filter((role) => role !== "workload"),
    ...(service === undefined ? [] : [`runs ${service}`]),
    ...(domain === undefined ? [] : [`domain ${domain}`]),
    ...(status === "active" ? [] : [status]),
  ];
  return [
    `<button type="button" class="card ${change?.kind ?? ""}" data-account="${escaped(name)}">`,
    `<b>${escaped(name)}</b>${changeMark(change)}<span class="dim">${escaped(facts.join(" · "))}</span></button>`,
  ].join("");
}

/** What a change does to a thing, in words: colours alone would leave some out. */
export function changeMark(change: Change | undefined): string {
  if (change === undefined) return "";
  const words = change.words === "" ? "" : `: ${change.words}`;
  return ` <span class="mark ${change.kind}" title="${escaped(change.words)}">${change.kind}${escaped(words)}</span>`;
}
