import { byId, element } from "../../../../audit/html/browser/dom";
import type { Side } from "../../../../network/reachability/connection";
import { everyWay } from "../../../../network/reachability/every-way";
import type { NetworkMap } from "../../../../network/reachability/map";
import type { Hop } from "../../../../network/reachability/walk";

export interface ReachQuery {
  /** Takes a place as the first of the two, or as the second when there is a first alone. */
  pick(name: string): void;
}

/** The form that asks whether one place reaches another, and its answer: every hop there and back, or the one that is missing. */
export function reachQuery(map: NetworkMap, places: ReadonlyMap<string, readonly Side[]>): ReachQuery {
  const [from, to, port, protocol] = ["reach-from", "reach-to", "reach-port", "reach-protocol"].map(fieldOf);
  if (!from || !to || !port || !protocol) throw new Error("the page has no form for reachability");
  byId("places").append(...[...places.keys()].map((name) => element("option", { attributes: { value: name } })));
  const update = (): void => {
    markPicked([from.value, to.value]);
    showAnswer(map, places, [from.value.trim(), to.value.trim()], {
      protocol: protocol.value === "udp" ? "udp" : "tcp",
      port: Number(port.value),
    });
  };
  for (const field of [from, to, port, protocol]) field.addEventListener("input", update);
  byId("reach-swap").addEventListener("click", () => {
    [from.value, to.value] = [to.value, from.value];
    update();
  });
  byId("reach").addEventListener("submit", (event) => {
    event.preventDefault();
    update();
  });
  return {
    pick: (name) => {
      const isSecond = from.value !== "" && to.value === "" && from.value !== name;
      if (!isSecond) [from.value, to.value] = [name, ""];
      else to.value = name;
      update();
    },
  };
}

function fieldOf(id: string): HTMLInputElement | HTMLSelectElement | undefined {
  const field = byId(id);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field : undefined;
}

/** Marks what is asked about wherever the page names it. */
function markPicked(names: readonly string[]): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-place]"))
    button.setAttribute("aria-pressed", String(names.includes(button.dataset["place"] ?? "")));
}

interface Asked {
  readonly protocol: "tcp" | "udp";
  readonly port: number;
}

function showAnswer(
  map: NetworkMap,
  places: ReadonlyMap<string, readonly Side[]>,
  [from = "", to = ""]: readonly string[],
  asked: Asked,
): void {
  const [source, target] = [places.get(from), places.get(to)];
  const unknown = [from, to].find((name) => name !== "" && !places.has(name));
  const rows = byId("reach-hops");
  byId("reach-way").hidden = true;
  rows.replaceChildren();
  if (unknown !== undefined) return say(`${unknown} has no network`, "");
  if (source === undefined || target === undefined)
    return say(source ? `From ${from}: choose where to` : "Choose two places: here, or below", "");
  if (!Number.isInteger(asked.port) || asked.port < 1 || asked.port > 65_535) return say("A port is 1 to 65535", "");
  const { connection } = everyWay(map, source, target, asked);
  const { stops, there, back } = connection;
  const question = `${from} → ${to} on ${asked.protocol} ${asked.port}`;
  if (stops) say(`No: ${question}. ${stops.on === "back" ? "Answers are lost: " : ""}${stops.why}`, "no");
  else say(`Yes: ${question}, as far as the network decides`, "yes");
  byId("reach-way").hidden = false;
  rows.append(...hopRows("there", there.hops), ...hopRows("back", back?.hops ?? []));
}

function say(text: string, verdict: string): void {
  const answer = byId("reach-answer");
  answer.textContent = text;
  answer.className = `answer ${verdict}`;
}

function hopRows(way: string, hops: readonly Hop[]): readonly HTMLElement[] {
  return hops.map(({ network, by, match, leadsTo }) =>
    element("tr", { children: [way, network, by, match, leadsTo].map((text) => element("td", { text })) }),
  );
}
