import { escaped } from "../../../../audit/html/escaped";
import { type Changes, idOf } from "../../difference/change";
import type { NetworkGroup, NetworkMember, NetworkPicture } from "../../model/network";
import type { ZoneMap } from "../../model/zone-map";
import { changeMark } from "./account-card";

/** The hub and its domains, the question who reaches whom, and every network as a button that answers it. */
export function networkPart(map: ZoneMap, changes: Changes, picture: string): string {
  const { network } = map;
  return [
    reachForm,
    `<div class="scroll" tabindex="0" role="region" aria-label="Picture of the network">${picture}</div>`,
    '<p class="dim">An arrow: connections on TCP 443 come about. Choose two networks below: the form above answers, on any port.</p>',
    "<div data-cards>",
    ...network.groups.map((group) => groupBox(map, changes, group)),
    "</div>",
    hubTable(network),
  ].join("\n");
}

const reachForm = `<form id="reach" class="reach" aria-label="Who reaches whom">
<label>From <input id="reach-from" list="places" autocomplete="off"></label>
<button id="reach-swap" type="button" aria-label="Swap the two">⇄</button>
<label>To <input id="reach-to" list="places" autocomplete="off"></label>
<label>Port <input id="reach-port" type="number" min="1" max="65535" value="443"></label>
<label>Protocol <select id="reach-protocol"><option>tcp</option><option>udp</option></select></label>
<datalist id="places"></datalist>
<p id="reach-answer" class="answer" role="status">Choose two places: here, or below</p>
<div id="reach-way" class="scroll" tabindex="0" role="region" aria-label="Every hop" hidden><table><thead><tr><th scope="col">Way</th><th scope="col">In</th><th scope="col">By</th><th scope="col">Matches</th><th scope="col">Leads to</th></tr></thead><tbody id="reach-hops"></tbody></table></div>
</form>`;

function groupBox(map: ZoneMap, changes: Changes, { name, domain, members }: NetworkGroup): string {
  const declared = map.network.domains.find((each) => each.name === domain);
  const talks = declared === undefined || declared.talksTo.length === 0 ? "nobody" : declared.talksTo.join(", ");
  const change = changes.get(idOf.group(name));
  const isOpen = members.length <= 40 || change !== undefined;
  const cards = members.map((member) => networkCard(map, member, changes));
  return [
    `<details class="unit" data-box${isOpen ? " open" : ""}><summary><b>${escaped(name)}</b> <span class="dim">networks:</span> <span class="count"></span>`,
    ` <span class="dim">talks to ${escaped(talks)}${declared?.egress ? "; has egress" : ""}</span>${changeMark(change)}</summary>`,
    `<div class="cards">${cards.join("")}</div></details>`,
  ].join("");
}

/** A spoke is its account's, which its name starts with in another region; a shared VPC is of all that are in it. */
function networkCard({ accounts }: ZoneMap, { name, ranges, kind }: NetworkMember, changes: Changes): string {
  const owner = accounts.find((account) => account.name === name.split("/")[0])?.name;
  const users = accounts.filter(({ network }) => network === name).map((account) => account.name);
  const facts = [ranges.join(", "), ...(kind === "VPC" ? [] : [kind]), ...(owner === undefined ? users : [])];
  const change = owner === undefined ? undefined : changes.get(idOf.account(owner));
  const of =
    owner !== undefined
      ? ` data-account="${escaped(owner)}"`
      : users.length > 0
        ? ` data-accounts="${escaped(users.join(" "))}"`
        : "";
  return [
    `<button type="button" class="card ${change?.kind ?? ""}" aria-pressed="false" data-place="${escaped(name)}"${of}>`,
    `<b>${escaped(name)}</b>${changeMark(change)}<span class="dim">${escaped(facts.join(" · "))}</span></button>`,
  ].join("");
}

function hubTable({ pool, hub }: NetworkPicture): string {
  const rows = hub.map(({ name, ranges, detail }) => {
    const cells = [name, ranges.join(", "), detail].map((text) => `<td>${escaped(text)}</td>`).join("");
    return `<tr>${cells}</tr>`;
  });
  return `<table><caption>The hub's own VPCs; pool ${escaped(pool)}</caption><thead><tr><th scope="col">VPC</th><th scope="col">Range</th><th scope="col">Holds</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
