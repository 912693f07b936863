import { byId } from "./dom";

/**
 * Tabs `tab-NAME` of panels `panel-NAME`, whose arrows move between them (WAI-ARIA Authoring Practices, "Tabs Pattern").
 * @returns what chooses one by its place, and gives its tab
 */
export function startTabs(names: readonly string[]): (chosen: number) => HTMLElement {
  const choose = (chosen: number): HTMLElement => {
    for (const [index, name] of names.entries()) {
      const isChosen = index === chosen;
      byId(`tab-${name}`).setAttribute("aria-selected", String(isChosen));
      byId(`tab-${name}`).tabIndex = isChosen ? 0 : -1;
      byId(`panel-${name}`).hidden = !isChosen;
    }
    window.dispatchEvent(new Event("resize"));
    return byId(`tab-${names[chosen] ?? ""}`);
  };
  for (const [index, name] of names.entries()) {
    const tab = byId(`tab-${name}`);
    tab.addEventListener("click", () => choose(index));
    tab.addEventListener("keydown", ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (step !== 0) choose((index + step + names.length) % names.length).focus();
    });
  }
  return choose;
}
