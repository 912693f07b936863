import { type AddressRange, contains, formatRange, hasHostBits, lastOf, parseRange } from "../address-range";
import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";
import { poolOf } from "./pool";

interface Recorded {
  readonly name: string;
  readonly range: AddressRange;
}

/** Recorded ranges are network addresses within the pool, and no two overlap: they were merged or edited by hand otherwise. */
export function checkRecordedRanges(draft: Draft): readonly Problem[] {
  const { addresses } = draft;
  if (!addresses) return [];
  const pool = poolOf(draft);
  const at = (name: string, code: Problem["code"], message: string): Problem =>
    problemAt(addresses.source, ["ranges", name], code, message);
  const recorded = Object.entries(addresses.entries).flatMap(([name, text]): Recorded[] => {
    const range = parseRange(text);
    return range ? [{ name, range }] : [];
  });
  const problems: Problem[] = [];
  for (const { name, range } of recorded) {
    const text = formatRange(range);
    if (hasHostBits(range)) problems.push(at(name, "LF1511", `${text} of ${name} is not a network address`));
    else if (pool && !contains(pool, range)) {
      problems.push(at(name, "LF1510", `${text} of ${name} lies outside the pool ${formatRange(pool)}`));
    }
  }
  const sorted = [...recorded].sort((a, b) => a.range.first - b.range.first);
  let previous: Recorded | undefined;
  for (const current of sorted) {
    if (previous && current.range.first <= lastOf(previous.range)) {
      const message =
        `${formatRange(current.range)} of ${current.name} overlaps ${formatRange(previous.range)} of ${previous.name}; ` +
        "delete the entry whose network does not exist yet";
      problems.push(at(current.name, "LF1509", message));
    }
    if (!previous || lastOf(current.range) > lastOf(previous.range)) previous = current;
  }
  return problems;
}
