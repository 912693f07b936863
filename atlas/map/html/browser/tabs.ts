import { byId } from "../../../../audit/html/browser/dom";
import { panels } from "../panels";

/** Tabs whose arrows move between them (WAI-ARIA Authoring Practices, "Tabs Pattern"). */
export function startTabs(): void {
  for (const [index, { id }] of panels.entries()) {
    const tab = byId(`tab-${id}`);
    tab.addEventListener("click", () => choose(index));
    tab.addEventListener("keydown", ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (step !== 0) choose((index + step + panels.length) % panels.length).focus();
    });
  }
  choose(0);
}

function choose(chosen: number): HTMLElement {
  for (const [index, { id }] of panels.entries()) {
    const isChosen = index === chosen;
    byId(`tab-${id}`).setAttribute("aria-selected", String(isChosen));
    byId(`tab-${id}`).tabIndex = isChosen ? 0 : -1;
    byId(`panel-${id}`).hidden = !isChosen;
  }
  return byId(`tab-${panels[chosen]?.id ?? ""}`);
}
