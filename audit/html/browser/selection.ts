import type { AuditedAccount, Matrix } from "../../report/report";

/** What the fields above the matrix say; all lower case, empty for anything. */
export interface Filters {
  /** In the name of an account or a service. */
  readonly search: string;
  readonly account: string;
  /** Path of a unit: accounts in it and below it. */
  readonly unit: string;
  readonly service: string;
  /** Part of the name of an action; with `*` the whole pattern. */
  readonly action: string;
}

export interface ShownService {
  /** Index into `matrix.services`. */
  readonly index: number;
  readonly prefix: string;
  /** Indices of its actions that are shown. */
  readonly actions: readonly number[];
}

/** The rows and columns that the filters leave. */
export interface Selection {
  readonly accounts: readonly AuditedAccount[];
  readonly services: readonly ShownService[];
}

export function select(matrix: Matrix, filters: Filters): Selection {
  const accounts = matrix.accounts.filter(
    ({ name, organizationalUnit }) =>
      name.toLowerCase().includes(filters.account) && inUnit(organizationalUnit.toLowerCase(), filters.unit),
  );
  const matches = actionTest(filters.action);
  const services = matrix.services.flatMap(({ prefix, actions }, index) => {
    if (!prefix.includes(filters.service)) return [];
    const shown = actions.flatMap((name, action) => (matches(`${prefix}:${name}`.toLowerCase()) ? [action] : []));
    return shown.length === 0 ? [] : [{ index, prefix, actions: shown }];
  });
  return searched({ accounts, services }, filters.search);
}

/** A search narrows whichever of the two it is found in. */
function searched(selection: Selection, search: string): Selection {
  if (search === "") return selection;
  const accounts = selection.accounts.filter(({ name }) => name.toLowerCase().includes(search));
  const services = selection.services.filter(({ prefix }) => prefix.includes(search));
  if (accounts.length === 0 && services.length === 0) return { accounts, services };
  return {
    accounts: accounts.length === 0 ? selection.accounts : accounts,
    services: services.length === 0 ? selection.services : services,
  };
}

function inUnit(unit: string, wanted: string): boolean {
  return wanted === "" || unit === wanted || unit.startsWith(`${wanted}/`);
}

function actionTest(wanted: string): (action: string) => boolean {
  if (wanted === "") return () => true;
  if (!wanted.includes("*")) return (action) => action.includes(wanted);
  const source = wanted.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`^${source.join(".*")}$`);
  return (action) => pattern.test(action);
}
