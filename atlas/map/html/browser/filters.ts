import { byId, element, textOf } from "../../../../audit/html/browser/dom";
import type { MappedAccount, ZoneMap } from "../../model/zone-map";
import type { Change } from "../../difference/change";

const fields = ["search", "unit", "owner", "domain", "tag", "change"] as const;

/** Fills the choices of the fields above the map, and says whenever other accounts are left. */
export function startFilters(
  { accounts, units }: ZoneMap,
  changes: readonly Change[],
  show: (left: ReadonlySet<string>, isNarrowed: boolean) => void,
): void {
  offer(
    "unit",
    units.map(({ path }) => path),
  );
  offer(
    "owner",
    accounts.map(({ owner }) => owner),
  );
  offer(
    "domain",
    accounts.flatMap(({ domain }) => (domain === undefined ? [] : [domain])),
  );
  offer("tag", accounts.flatMap(tagsOf));
  const kinds = new Map(changes.map(({ id, kind }) => [id, kind]));
  offer("change", [...kinds.values()]);
  byId("change-label").hidden = changes.length === 0;
  const update = (): void => {
    const wanted = fields.map(textOf);
    const left = accounts.filter((account) => isWanted(account, wanted, kinds.get(`account ${account.name}`) ?? ""));
    byId("shown").textContent = `${left.length} of ${accounts.length} accounts`;
    show(
      new Set(left.map(({ name }) => name)),
      wanted.some((text) => text !== ""),
    );
  };
  for (const field of fields) byId(field).addEventListener("input", update);
  update();
}

function offer(field: string, values: readonly string[]): void {
  const sorted = [...new Set(values)].sort();
  byId(field).append(...sorted.map((value) => element("option", { text: value, attributes: { value } })));
}

function tagsOf({ tags }: MappedAccount): readonly string[] {
  return Object.entries(tags).map(([key, value]) => `${key}=${value}`);
}

function isWanted(account: MappedAccount, wanted: readonly string[], change: string): boolean {
  const [search = "", unit = "", owner = "", domain = "", tag = "", changed = ""] = wanted;
  const path = account.unit.toLowerCase();
  return (
    textIn(account).includes(search) &&
    (unit === "" || unit === "root" || path === unit || path.startsWith(`${unit}/`)) &&
    (owner === "" || account.owner.toLowerCase() === owner) &&
    (domain === "" || account.domain?.toLowerCase() === domain) &&
    (tag === "" || tagsOf(account).some((each) => each.toLowerCase() === tag)) &&
    (changed === "" || change === changed)
  );
}

/** All that a search looks through. */
function textIn(account: MappedAccount): string {
  const { name, displayName, owner, unit, domain = "", service = "", eventBus = "", roles } = account;
  return [name, displayName, owner, unit, domain, service, eventBus, ...roles, ...tagsOf(account)]
    .join(" ")
    .toLowerCase();
}
