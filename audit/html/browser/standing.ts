import type { Matrix } from "../../report/report";
import type { ShownService } from "./selection";

export type Cell = "allowed" | "conditional" | "denied";

/** What a cell shows beside its colour. */
export const symbols: Readonly<Record<Cell, string>> = { allowed: "✓", conditional: "~", denied: "✕" };

/** Standing of one action in a group: an index into `matrix.standings`. */
export function standingAt(matrix: Matrix, group: number, service: number, action: number): number {
  const row = matrix.rows[matrix.groups[group]?.rows[service] ?? -1] ?? [];
  return (row.length === 1 ? row[0] : row[action]) ?? 0;
}

/** Of all shown actions of a service: alike allowed, alike denied, or anything between. */
export function cellOf(matrix: Matrix, group: number, { index, actions }: ShownService): Cell {
  const row = matrix.rows[matrix.groups[group]?.rows[index] ?? -1] ?? [];
  const seen = new Set(row.length === 1 ? row : actions.map((action) => row[action] ?? 0));
  const [only] = seen;
  if (seen.size !== 1) return "conditional";
  return only === 0 ? "allowed" : only === 1 ? "denied" : "conditional";
}
