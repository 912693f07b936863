import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escaped } from "../../../audit/html/escaped";
import { counted } from "../../../audit/report/verdict";
import { selfContained } from "../../../audit/html/page";
import type { NetworkPlan } from "../../../network/plan/network-plan";
import type { Pictures } from "../pictures";
import type { DrawnMap } from "../drawn-map";
import { packed } from "./pack-plan";
import type { PageData } from "./page-data";
import { panels } from "./panels";
import { changesPart } from "./parts/changes-part";
import { logsPart } from "./parts/logs-part";
import { networkPart } from "./parts/network-part";
import { organizationPart } from "./parts/organization-part";
import { servicesPart } from "./parts/services-part";

/** The map in one file that needs no network. @param plan of the network as it will be: the page answers who reaches whom by it */
export function asHtml(drawn: DrawnMap, pictures: Pictures, plan: NetworkPlan): string {
  const { map, changes } = drawn;
  const value: PageData = { map, changes: [...changes.values()], plan: packed(plan) };
  return selfContained({
    title: `Map of ${map.organization}`,
    body: body(drawn, pictures),
    style: ["picture.css", "html/map.css"].map((name) => readFileSync(join(__dirname, "..", name), "utf8")).join("\n"),
    script: join(__dirname, "browser", "main.ts"),
    data: { id: "map-data", value },
  });
}

function body(drawn: DrawnMap, pictures: Pictures): string {
  const { map, changes, base } = drawn;
  const contents: Readonly<Record<(typeof panels)[number]["id"], string>> = {
    organization: organizationPart(map, changes),
    network: networkPart(map, changes, pictures.network),
    services: servicesPart(map, changes, pictures.events, pictures.services),
    logs: logsPart(map, changes, pictures.logs),
    changes: changesPart([...changes.values()], base),
  };
  const compared = base === undefined ? "" : `; ${counted(changes.size, "change")} since ${base}`;
  const about = `${counted(map.accounts.length, "account")}, ${counted(map.services.length, "service")}${compared}`;
  const tabs = panels.map(
    ({ id, label }) =>
      `<button role="tab" type="button" id="tab-${id}" aria-controls="panel-${id}" aria-selected="false">${label}</button>`,
  );
  const sections = panels.map(
    ({ id, label }) =>
      `<section role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}"><h2>${label}</h2>${contents[id]}</section>`,
  );
  return `
<header><h1>Map of ${escaped(map.organization)}</h1><span class="dim">${escaped(about)}</span><button id="theme" type="button">Light or dark</button></header>
<div class="filters" role="search">
<label>Search <input id="search" type="search" aria-keyshortcuts="/" placeholder="press /"></label>
${["unit", "owner", "domain", "tag"].map(choice).join("\n")}
<label id="change-label" hidden>Change <select id="change"><option value="">any</option></select></label>
<span id="shown" class="dim" role="status"></span>
<button id="collapse" type="button">Collapse all</button><button id="expand" type="button">Expand all</button></div>
<main><div role="tablist" aria-label="Parts of the map">${tabs.join("")}</div>
${sections.join("\n")}
<aside id="detail" aria-labelledby="detail-title" hidden><button id="detail-close" type="button">Close (Esc)</button><h2 id="detail-title"></h2><dl id="detail-facts"></dl></aside></main>`;
}

function choice(id: string): string {
  const label = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  return `<label>${label} <select id="${id}"><option value="">any</option></select></label>`;
}
