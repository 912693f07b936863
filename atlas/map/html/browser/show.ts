/**
 * Leaves what belongs to the accounts that are left: cards, the boxes around them, rows and pictures. What names no account stays.
 * @param isNarrowed whether anything was asked for: boxes with something in them then open, so that it is seen
 */
export function showAccounts(left: ReadonlySet<string>, isNarrowed: boolean): void {
  for (const one of document.querySelectorAll<HTMLElement>("[data-account]"))
    one.hidden = !left.has(one.dataset["account"] ?? "");
  for (const one of document.querySelectorAll<HTMLElement>("[data-accounts]")) {
    const names = (one.dataset["accounts"] ?? "").split(" ");
    one.hidden = isNarrowed && !names.some((name) => left.has(name));
  }
  // The innermost first: a unit is seen while an account in it is, or a unit below.
  for (const box of [...document.querySelectorAll<HTMLDetailsElement>("details[data-box]")].reverse()) {
    const hasSome = [...box.querySelectorAll<HTMLElement>("[data-account]")].some(({ hidden }) => !hidden);
    box.hidden = isNarrowed && !hasSome;
    if (isNarrowed && hasSome) box.open = true;
    const count = box.querySelector(":scope > summary > .count");
    const cards = [...box.querySelectorAll<HTMLElement>("[data-account]")];
    if (count !== null) {
      const shown = cards.filter(({ hidden }) => !hidden).length;
      count.textContent = shown === cards.length ? String(cards.length) : `${shown} of ${cards.length}`;
    }
  }
}
