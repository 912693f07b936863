import { escaped } from "../../../../audit/html/escaped";
import { type Changes, idOf } from "../../difference/change";
import type { MappedUnit, ZoneMap } from "../../model/zone-map";
import { accountCard, changeMark } from "./account-card";

/** Boxes that open by themselves at the start, down to this depth, of an organization that is not large. */
const small = 60;

/** Units in units, each with its guardrails and accounts. */
export function organizationPart(map: ZoneMap, changes: Changes): string {
  const [root] = map.units;
  return root ? `<div data-cards>${unitBox(map, changes, root)}</div>` : "";
}

function unitBox(map: ZoneMap, changes: Changes, unit: MappedUnit): string {
  const own = map.accounts.filter(({ unit: path }) => path === unit.path);
  const below = map.units.filter(({ parent }) => parent === unit.path);
  const isRoot = unit.parent === undefined;
  const isOpen = isRoot || map.accounts.length <= small || holdsChange(map, changes, unit);
  const change = changes.get(idOf.unit(unit.path));
  const name = unit.path.slice(unit.path.lastIndexOf("/") + 1);
  const cards = own.map((account) => accountCard(account, changes.get(idOf.account(account.name))));
  return [
    `<details class="unit ${change?.kind ?? ""}" data-box${isRoot ? " data-root" : ""}${isOpen ? " open" : ""}>`,
    `<summary><b>${escaped(name)}</b> <span class="dim">accounts:</span> <span class="count"></span>${changeMark(change)}</summary>`,
    guardrailList(unit),
    cards.length === 0 ? "" : `<div class="cards">${cards.join("")}</div>`,
    ...below.map((each) => unitBox(map, changes, each)),
    "</details>",
  ].join("\n");
}

function guardrailList({ guardrails }: MappedUnit): string {
  if (guardrails.length === 0) return "";
  const items = guardrails.map((name) => `<li>${escaped(name)}</li>`).join("");
  const label = `${guardrails.length} guardrail${guardrails.length === 1 ? "" : "s"} attached here`;
  return `<details class="guardrails"><summary>${label}</summary><ul class="chips">${items}</ul></details>`;
}

function holdsChange({ accounts, units }: ZoneMap, changes: Changes, { path }: MappedUnit): boolean {
  const isWithin = (other: string): boolean => other === path || other.startsWith(`${path}/`);
  return (
    accounts.some(({ name, unit }) => isWithin(unit) && changes.has(idOf.account(name))) ||
    units.some((unit) => isWithin(unit.path) && changes.has(idOf.unit(unit.path)))
  );
}
