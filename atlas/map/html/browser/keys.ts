/**
 * Arrows move among the cards that are seen, Home and End to the first and last of them, so that Tab need not pass all of 300: of each group one card
 * takes Tab (WAI-ARIA Authoring Practices, "Managing Focus Within Components Using a Roving tabindex").
 */
export function startKeys(): void {
  for (const group of document.querySelectorAll<HTMLElement>("[data-cards]")) {
    group.addEventListener("keydown", (event) => {
      const cards = seenIn(group);
      const at = cards.findIndex((card) => card === document.activeElement);
      const to = at < 0 ? undefined : cards[targetOf(event.key, at, cards.length)];
      if (to === undefined || to === document.activeElement) return;
      event.preventDefault();
      to.focus();
    });
    group.addEventListener("focusin", ({ target }) => {
      if (target instanceof HTMLElement && target.matches(".card")) rove(group, target);
    });
  }
}

/** One card of each group takes Tab; the first that is seen when that which did is not. */
export function renewTabStops(): void {
  for (const group of document.querySelectorAll<HTMLElement>("[data-cards]")) {
    const cards = [...group.querySelectorAll<HTMLElement>(".card")].filter(({ hidden }) => !hidden);
    const stop = cards.find(({ tabIndex }) => tabIndex === 0) ?? cards[0];
    rove(group, stop);
  }
}

function rove(group: HTMLElement, stop: HTMLElement | undefined): void {
  for (const card of group.querySelectorAll<HTMLElement>(".card")) card.tabIndex = card === stop ? 0 : -1;
}

/** Those in boxes that are open. */
function seenIn(group: HTMLElement): readonly HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>(".card")].filter((card) => card.checkVisibility());
}

function targetOf(key: string, at: number, count: number): number {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return Math.min(at + 1, count - 1);
    case "ArrowLeft":
    case "ArrowUp":
      return Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return at;
  }
}
