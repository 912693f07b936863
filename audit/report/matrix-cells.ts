import { type Matrix, standing } from "./report";

export type ServiceStanding = "allowed" | "conditional" | "denied";

/** Standing of each action of a service in a group of accounts: indices into `matrix.standings`. */
export function actionStandings(matrix: Matrix, group: number, service: number): readonly number[] {
  const row = matrix.rows[matrix.groups[group]?.rows[service] ?? -1] ?? [];
  const [only] = row;
  const actions = matrix.services[service]?.actions ?? [];
  return row.length === 1 && only !== undefined ? actions.map(() => only) : row;
}

/** `conditional` is whatever is neither wholly allowed nor wholly denied. */
export function serviceStanding(matrix: Matrix, group: number, service: number): ServiceStanding {
  const row = matrix.rows[matrix.groups[group]?.rows[service] ?? -1] ?? [];
  if (row.every((each) => each === standing.allowed)) return "allowed";
  return row.every((each) => each === standing.denied) ? "denied" : "conditional";
}
