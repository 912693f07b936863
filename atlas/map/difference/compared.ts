import { flowsOf } from "../model/flows";
import type { MappedAccount, ZoneMap } from "../model/zone-map";
import { type Change, idOf } from "./change";

/** What is other in a zone's map after a change: what it adds, removes and moves. */
export function changesOf(before: ZoneMap, after: ZoneMap): readonly Change[] {
  const reaches = ({ network }: ZoneMap): readonly string[] =>
    network.reaches.map(({ from, to }) => idOf.reach(from, to));
  return [
    ...ofNamed(
      before.units,
      after.units,
      ({ path }) => idOf.unit(path),
      (one, other) => listChange("guardrail", one.guardrails, other.guardrails),
    ),
    ...ofAccounts(before.accounts, after.accounts),
    ...ofNamed(
      before.network.groups,
      after.network.groups,
      ({ name }) => idOf.group(name),
      (one, other) => listChange("member", names(one.members), names(other.members)),
    ),
    ...ofIds(reaches(before), reaches(after)),
    ...ofNamed(
      before.services,
      after.services,
      ({ name }) => idOf.service(name),
      (one, other) => listChange("account", one.accounts, other.accounts),
    ),
    ...ofIds(flowsOf(before.events).map(idOf.flow), flowsOf(after.events).map(idOf.flow)),
    ...ofNamed(
      before.logs,
      after.logs,
      ({ what }) => idOf.log(what),
      (one, other) => [
        ...listChange("account", one.from, other.from),
        ...(placeOf(one) === placeOf(other) ? [] : [`goes to ${placeOf(other)} in place of ${placeOf(one)}`]),
      ],
    ),
  ];
}

function names(members: readonly { readonly name: string }[]): readonly string[] {
  return members.map(({ name }) => name);
}

function placeOf({ account = "each account", place }: ZoneMap["logs"][number]): string {
  return `${place} of ${account}`;
}

function ofIds(before: readonly string[], after: readonly string[]): readonly Change[] {
  return ofNamed(
    before,
    after,
    (id) => id,
    () => [],
  );
}

function ofNamed<Item>(
  before: readonly Item[],
  after: readonly Item[],
  idOfItem: (item: Item) => string,
  wordsOf: (one: Item, other: Item) => readonly string[],
): readonly Change[] {
  const former = new Map(before.map((item) => [idOfItem(item), item]));
  const present = new Set(after.map(idOfItem));
  return [
    ...after.flatMap((item): Change[] => {
      const id = idOfItem(item);
      const one = former.get(id);
      if (one === undefined) return [{ id, kind: "added", words: "" }];
      const words = wordsOf(one, item);
      return words.length === 0 ? [] : [{ id, kind: "changed", words: words.join("; ") }];
    }),
    ...[...former.keys()].filter((id) => !present.has(id)).map((id): Change => ({ id, kind: "removed", words: "" })),
  ];
}

function listChange(what: string, before: readonly string[], after: readonly string[]): readonly string[] {
  const added = after.filter((each) => !before.includes(each));
  const removed = before.filter((each) => !after.includes(each));
  return [
    ...(added.length > 0 ? [`${counted(what, added)} added`] : []),
    ...(removed.length > 0 ? [`${counted(what, removed)} removed`] : []),
  ];
}

function counted(what: string, names: readonly string[]): string {
  return `${what}${names.length === 1 ? "" : "s"} ${names.join(", ")}`;
}

/** Where an account is makes a move; what else it says a change. */
function ofAccounts(before: readonly MappedAccount[], after: readonly MappedAccount[]): readonly Change[] {
  const former = new Map(before.map((account) => [account.name, account]));
  return ofNamed(before, after, ({ name }) => idOf.account(name), accountWords).map((change) => {
    const account = after.find(({ name }) => idOf.account(name) === change.id);
    const one = account && former.get(account.name);
    const isMoved = one && (one.unit !== account.unit || one.domain !== account.domain);
    return isMoved ? { ...change, kind: "moved" } : change;
  });
}

function accountWords(one: MappedAccount, other: MappedAccount): readonly string[] {
  const facts = (account: MappedAccount): Readonly<Record<string, string>> => ({
    unit: account.unit,
    domain: account.domain ?? "none",
    network: account.network ?? "none",
    owner: account.owner,
    status: account.status,
    name: account.displayName,
    service: account.service ?? "none",
    bus: account.eventBus ?? "none",
    roles: account.roles.join(", "),
    tags: Object.entries(account.tags)
      .map(([key, value]) => `${key}=${value}`)
      .sort()
      .join(", "),
  });
  const [was, is] = [facts(one), facts(other)];
  return [
    ...Object.entries(is).flatMap(([key, value]) =>
      was[key] === value ? [] : [`${key} ${was[key] || "none"} → ${value || "none"}`],
    ),
    ...listChange("guardrail", one.guardrails, other.guardrails),
  ];
}
