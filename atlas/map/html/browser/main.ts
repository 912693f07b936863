import { startControls } from "../../../../audit/html/browser/controls";
import { byId } from "../../../../audit/html/browser/dom";
import { startTabs } from "../../../../audit/html/browser/tabs";
import { mapNetwork } from "../../../../network/reachability/map";
import { unpacked } from "../pack-plan";
import type { PageData } from "../page-data";
import { panels } from "../panels";
import { closeDetail, openDetail } from "./detail";
import { startFilters } from "./filters";
import { renewTabStops, startKeys } from "./keys";
import { placesOf } from "./places";
import { reachQuery } from "./reach";
import { showAccounts } from "./show";

function start(): void {
  const { map, changes, plan } = JSON.parse(byId("map-data").textContent ?? "") as PageData;
  const network = mapNetwork(unpacked(plan));
  const query = reachQuery(network, placesOf(map, network));
  let opened: HTMLElement | undefined;
  startTabs(panels.map(({ id }) => id))(0);
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
  startControls(close);
  byId("collapse").addEventListener("click", () => openAll(false));
  byId("expand").addEventListener("click", () => openAll(true));
  // Paper opens nothing.
  window.addEventListener("beforeprint", () => openAll(true));
}

/** The root's own box stays open. */
function openAll(open: boolean): void {
  for (const box of document.querySelectorAll<HTMLDetailsElement>("details"))
    box.open = open || box.matches("[data-root]");
}

start();
