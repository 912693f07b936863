import type { ActionClasses } from "../../engine/universe/action-classes";
import type { Universe } from "../../engine/universe/universe";
import type { AccountGroup, Matrix } from "../report/report";
import type { Ask } from "./ask";
import type { Group } from "./groups";
import { type PathStandings, pathStandings } from "./path-standings";
import { rowTable } from "./row-table";
import { standingTable } from "./standing-table";

/** How every action of the universe stands in every group of accounts. */
export function matrixOf(
  ask: Ask,
  universe: Universe,
  classes: ActionClasses,
  groups: readonly Group[],
  idOf: (account: string) => string,
): Matrix {
  const services = servicesOf(universe, classes);
  const table = standingTable();
  const standingsOf = pathStandings(ask, classes, table);
  const rows = rowsOf(services);
  const shown = groups.map(({ bounds, alike, guardrails }): AccountGroup => ({
    guardrails,
    rows: rows.of(standingsOf(bounds, alike)),
  }));
  return {
    services: services.map(({ prefix, actions }) => ({ prefix, actions })),
    standings: table.words(),
    rows: rows.all(),
    groups: shown,
    accounts: groups
      .flatMap(({ accounts }, group) =>
        accounts.map(({ name, organizationalUnit }) => ({ name, id: idOf(name), organizationalUnit, group })),
      )
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
  };
}

interface ServiceClasses {
  readonly prefix: string;
  /** Without the prefix. */
  readonly actions: readonly string[];
  /** Of each action. */
  readonly classIds: readonly number[];
}

function servicesOf({ actions }: Universe, { classOf }: ActionClasses): readonly ServiceClasses[] {
  const services = new Map<string, { actions: string[]; classIds: number[] }>();
  for (const action of actions) {
    const service = services.get(action.service) ?? { actions: [], classIds: [] };
    services.set(action.service, service);
    service.actions.push(action.name.slice(action.service.length + 1));
    service.classIds.push(classOf(action).id);
  }
  return [...services]
    .map(([prefix, service]) => ({ prefix, ...service }))
    .sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
}

/** Rows of paths: those of the level above, but for the services that a level touched. */
function rowsOf(services: readonly ServiceClasses[]): {
  readonly of: (standings: PathStandings) => readonly number[];
  readonly all: () => readonly (readonly number[])[];
} {
  const table = rowTable();
  const indexOf = new Map(services.map(({ prefix }, index) => [prefix, index]));
  const known = new WeakMap<PathStandings, readonly number[]>();
  const row = ({ standings }: PathStandings, { classIds }: ServiceClasses): number =>
    table.indexOf(classIds.map((id) => standings[id] ?? 0));
  const of = (standings: PathStandings): readonly number[] => {
    const before = known.get(standings);
    if (before !== undefined) return before;
    const { above } = standings;
    const rows = above === undefined ? services.map((service) => row(standings, service)) : [...of(above.standings)];
    const touched = new Set((above?.changed ?? []).flatMap(({ actions }) => actions.map((action) => action.service)));
    for (const prefix of touched) {
      const index = indexOf.get(prefix);
      const service = index === undefined ? undefined : services[index];
      if (index !== undefined && service !== undefined) rows[index] = row(standings, service);
    }
    known.set(standings, rows);
    return rows;
  };
  return { of, all: table.rows };
}
