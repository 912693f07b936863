import { byId } from "../../../../audit/html/browser/dom";
import { mapNetwork } from "../../../../network/reachability/map";
import { unpacked } from "../pack-plan";
import type { PageData } from "../page-data";
import { closeDetail, openDetail } from "./detail";
import { startFilters } from "./filters";
import { renewTabStops, startKeys } from "./keys";
import { placesOf } from "./places";
import { reachQuery } from "./reach";
import { showAccounts } from "./show";
import { startTabs } from "./tabs";

function start(): void {
  const { map, changes, plan } = JSON.parse(byId("map-data").textContent ?? "") as PageData;
  const network = mapNetwork(unpacked(plan));
  const query = reachQuery(network, placesOf(map, network));
  let opened: HTMLElement | undefined;
  startTabs();
  startFilters(map, changes, (left, isNarrowed) => {
    showAccounts(left, isNarrowed);
    renewTabStops();
  });
  startKeys();
  document.addEventListener("click", ({ target }) => {
    const card = target instanceof Element ? target.closest<HTMLElement>("button.card") : null;
    if (card === null) return;
    const { place, account } = card.dataset;
    if (place !== undefined) query.pick(place);
    else if (account !== undefined && openDetail(map, changes, account)) opened = card;
  });
  const close = (): void => {
    if (closeDetail()) opened?.focus();
  };
  byId("detail-close").addEventListener("click", close);
  byId("collapse").addEventListener("click", () => openAll(false));
  byId("expand").addEventListener("click", () => openAll(true));
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "Escape") close();
    if (event.key !== "/" || typing) return;
    event.preventDefault();
    byId("search").focus();
  });
  byId("theme").addEventListener("click", () => {
    const { dataset } = document.documentElement;
    const isDark =
      dataset["theme"] === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : dataset["theme"] === "dark";
    dataset["theme"] = isDark ? "light" : "dark";
  });
  // Paper opens nothing.
  window.addEventListener("beforeprint", () => openAll(true));
}

/** The root's own box stays open. */
function openAll(open: boolean): void {
  for (const box of document.querySelectorAll<HTMLDetailsElement>("details"))
    box.open = open || box.matches("[data-root]");
}

start();
