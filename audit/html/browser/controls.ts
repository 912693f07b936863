import { byId } from "./dom";

/** What every page answers to: `/` goes to the search, Escape and a button close the detail, another button turns light and dark around. */
export function startControls(close: () => void): void {
  byId("detail-close").addEventListener("click", close);
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
}
