import { escaped } from "../../../../audit/html/escaped";
import { type Changes, idOf } from "../../difference/change";
import type { NetworkGroup, NetworkPicture } from "../../model/network";
import type { ZoneMap } from "../../model/zone-map";
import { changeMark } from "./account-card";

/** The hub and its domains, the question who reaches whom, and every network as a button that answers it. */
export function networkPart(map: ZoneMap, changes: Changes, picture: string): string {
  const { network } = map;
  return [
    reachForm,
    `<div class="scroll" tabindex="0" role="region" aria-label="Picture of the network">${picture}</div>`,
    "<p class=\"dim\">An arrow: connections on TCP 443 come about. Choose two networks below: the form above answers, on any port.</p>",
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
  const { network, accounts } = map;
  const declared = network.domains.find((each) => each.name === domain);
  const talks = declared === undefined || declared.talksTo.length === 0 ? "nobody" : declared.talksTo.join(", ");
  const change = changes.get(idOf.group(name));
  const isOpen = members.length <= 40 || change !== undefined;
  const cards = members.map((member) => {
    const users = accounts.filter((account) => account.network === member.name);
    const account = users[0]?.name ?? member.name.split("/")[0] ?? member.name;
    const isAccounts = accounts.some((each) => each.name === account);
    const shared = users.length === 1 && account === member.name ? [] : users.map((user) => user.name);
    const facts = [member.ranges.join(", "), member.kind === "on premises" ? member.kind : "", ...shared];
    const mark = changes.get(idOf.account(account));
    return [
      `<button type="button" class="card ${mark?.kind ?? ""}" aria-pressed="false" data-place="${escaped(member.name)}"${isAccounts ? ` data-account="${escaped(account)}"` : ""}>`,
      `<b>${escaped(member.name)}</b>${changeMark(mark)}<span class="dim">${escaped(facts.filter(Boolean).join(" · "))}</span></button>`,
    ].join("");
  });
  return [
    `<details class="unit" data-box${isOpen ? " open" : ""}><summary><b>${escaped(name)}</b> <span class="dim">networks:</span> <span class="count"></span>`,
    ` <span class="dim">talks to ${escaped(talks)}${declared?.egress ? "; has egress" : ""}</span>${changeMark(change)}</summary>`,
    `<div class="cards">${cards.join("")}</div></details>`,
  ].join("");
}

function hubTable({ pool, hub }: NetworkPicture): string {
  const rows = hub.map(({ name, ranges, detail }) => {
    const cells = [name, ranges.join(", "), detail].map((text) => `<td>${escaped(text)}</td>`).join("");
    return `<tr>${cells}</tr>`;
  });
  return `<table><caption>The hub's own VPCs; pool ${escaped(pool)}</caption><thead><tr><th scope="col">VPC</th><th scope="col">Range</th><th scope="col">Holds</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
