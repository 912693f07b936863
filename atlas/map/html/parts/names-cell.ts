import { escaped } from "../../../../audit/html/escaped";

/** More than these are not named before somebody opens them. */
const few = 12;

/** Names in a cell of a table. @param what they are, in the plural */
export function namesCell(names: readonly string[], what: string): string {
  if (names.length === 0) return "nobody";
  const all = escaped(names.join(", "));
  return names.length > few ? `<details><summary>${names.length} ${what}</summary>${all}</details>` : all;
}
