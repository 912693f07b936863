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
    const cards = [...box.querySelectorAll<HTMLElement>(".card")];
    const seen = cards.filter(({ hidden }) => !hidden);
    // What belongs to no account, as a VPN, is no reason to show the box when accounts are asked for.
    const hasSome = seen.some(({ dataset }) => dataset["account"] !== undefined || dataset["accounts"] !== undefined);
    box.hidden = isNarrowed && !hasSome;
    if (isNarrowed && hasSome) box.open = true;
    const count = box.querySelector(":scope > summary > .count");
    if (count !== null)
      count.textContent = seen.length === cards.length ? String(cards.length) : `${seen.length} of ${cards.length}`;
  }
}
