import type { Bounds, Level } from "../../engine/bounds";
import { all, allowed, not } from "../../engine/symbolic/build";
import type { Formula } from "../../engine/symbolic/formula";
import type { ActionClass, ActionClasses } from "../../engine/universe/action-classes";
import type { Universe } from "../../engine/universe/universe";
import type { AccountGroup, Matrix } from "../report/report";
import type { Group } from "./groups";
import type { Ask } from "./proofs";
import { rowTable } from "./row-table";
import { standingTable, type StandingTable } from "./standing-table";

/** How every action of the universe stands in every group of accounts. */
export function matrixOf(
  ask: Ask,
  universe: Universe,
  classes: ActionClasses,
  groups: readonly Group[],
  idOf: (account: string) => string,
): Matrix {
  const services = servicesOf(universe, classes);
  const standings = standingTable();
  const table = rowTable();
  const formulas = formulasOf();
  const shown = groups.map((group): AccountGroup => {
    const byClass = classes.classes.map((each) =>
      standingOf(ask, standings, formulas(group.bounds, each), each, group),
    );
    const rows = services.map(({ classIds }) => table.indexOf(classIds.map((id) => byClass[id] ?? 0)));
    return { guardrails: group.guardrails, rows };
  });
  return {
    services: services.map(({ prefix, actions }) => ({ prefix, actions })),
    standings: standings.words(),
    rows: table.rows(),
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

/** What each level lets pass, put together once for each level and class: paths share their upper levels. */
function formulasOf(): (bounds: Bounds, actionClass: ActionClass) => Formula {
  const known = { scp: new WeakMap<Level, Formula[]>(), rcp: new WeakMap<Level, Formula[]>() };
  const levelFormula = (layer: "scp" | "rcp", level: Level, { id, representative }: ActionClass): Formula => {
    const formulas = known[layer].get(level) ?? [];
    known[layer].set(level, formulas);
    const nothing: Bounds = { scp: [], rcp: [] };
    const formula = formulas[id] ?? allowed({ ...nothing, [layer]: [level] }, representative.name);
    formulas[id] = formula;
    return formula;
  };
  return ({ scp, rcp }, actionClass) =>
    all([
      ...scp.map((level) => levelFormula("scp", level, actionClass)),
      ...rcp.map((level) => levelFormula("rcp", level, actionClass)),
    ]);
}

function standingOf(
  ask: Ask,
  standings: StandingTable,
  formula: Formula,
  actionClass: ActionClass,
  { domainAccount }: Group,
): number {
  if (formula.is === "true") return standings.allowed;
  const isNever = ask(formula, actionClass, domainAccount, "member").is === "none";
  if (isNever) return standings.denied;
  const isAlways = ask(not(formula), actionClass, domainAccount, "member").is === "none";
  return isAlways ? standings.allowed : standings.conditional(formula);
}
