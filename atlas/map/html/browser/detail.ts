import { byId, element } from "../../../../audit/html/browser/dom";
import type { Change } from "../../difference/change";
import type { MappedAccount, MappedEvent, ZoneMap } from "../../model/zone-map";

/** All that the map knows of one account, beside it. @returns whether there is such an account */
export function openDetail(map: ZoneMap, changes: readonly Change[], name: string): boolean {
  const account = map.accounts.find((each) => each.name === name);
  if (account === undefined) return false;
  byId("detail-title").textContent = name;
  byId("detail-facts").replaceChildren(
    ...factsOf(map, changes, account)
      .filter(([, values]) => values.length > 0)
      .flatMap(([term, values]) => [element("dt", { text: term }), ...values.map((text) => element("dd", { text }))]),
  );
  byId("detail").hidden = false;
  byId("detail-close").focus();
  return true;
}

/** @returns whether it was open */
export function closeDetail(): boolean {
  const wasOpen = !byId("detail").hidden;
  byId("detail").hidden = true;
  return wasOpen;
}

function factsOf(
  map: ZoneMap,
  changes: readonly Change[],
  account: MappedAccount,
): readonly (readonly [string, readonly string[]])[] {
  const { name, displayName, owner, unit, status, roles, domain, network, service, eventBus, tags } = account;
  const ranges = map.network.groups
    .flatMap(({ members }) => members)
    .filter((each) => each.name === network || each.name.startsWith(`${name}/`))
    .map((each) => `${each.name}: ${each.ranges.join(", ")}`);
  return [
    [
      "Change",
      changes
        .filter(({ id }) => id === `account ${name}`)
        .map(({ kind, words }) => [kind, words].filter(Boolean).join(": ")),
    ],
    ["Name in AWS", displayName === name ? [] : [displayName]],
    ["Owner", [owner]],
    ["Status", status === "active" ? [] : [status]],
    ["Unit", [unit]],
    ["Roles", roles],
    ["Route domain", domain === undefined ? ["none"] : [domain]],
    ["Networks", ranges],
    ["Service", service === undefined ? [] : [eventBus === undefined ? service : `${service}, on the bus ${eventBus}`]],
    ["Publishes", eventLines(map.events, name, "publishers", "subscribers")],
    ["Takes", eventLines(map.events, name, "subscribers", "publishers")],
    ["Bound by", guardrailsOn(map, account)],
    [
      "Logs",
      map.logs
        .filter(({ from }) => from.includes(name))
        .map((log) => `${log.what} → ${log.place}${log.account ? ` in ${log.account}` : ""}`),
    ],
    ["Tags", Object.entries(tags).map(([key, value]) => `${key}=${value}`)],
  ];
}

type Side = "publishers" | "subscribers";

function eventLines(events: readonly MappedEvent[], name: string, own: Side, others: Side): readonly string[] {
  return events
    .filter((event) => event[own].some(({ account }) => account === name))
    .map((event) => {
      const accounts = [...new Set(event[others].map(({ account }) => account))];
      const word = own === "publishers" ? "to" : "from";
      return `${event.event} ${word} ${accounts.length === 0 ? "nobody" : accounts.join(", ")}`;
    });
}

/** Of the unit and those above, and its own. Service control policies do not bind the management account. */
function guardrailsOn({ units }: ZoneMap, { unit, guardrails, roles }: MappedAccount): readonly string[] {
  if (roles.includes("management")) return ["nothing: it is the management account"];
  const above = units.filter(({ path }) => path === "root" || path === unit || unit.startsWith(`${path}/`));
  return [
    ...above.flatMap((each) => each.guardrails.map((guardrail) => `${guardrail} (${each.path})`)),
    ...guardrails.map((guardrail) => `${guardrail} (itself)`),
  ];
}
