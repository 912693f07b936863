import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { shown } from "../problem/words";
import { type Path, problemAt, type Source } from "../source/source";

/** No list holds an entry twice: each entry becomes a resource, and two of them would collide. */
export function checkLists({ zone, accounts }: Draft): readonly Problem[] {
  return [
    ...(zone ? repeated(zone.source, [], zone.file) : []),
    ...accounts.flatMap(({ source, account }) => repeated(source, [], account)),
  ];
}

function repeated(source: Source, path: Path, value: unknown): readonly Problem[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value))
    return Object.entries(value).flatMap(([key, below]) => repeated(source, [...path, key], below));
  return value.flatMap((entry: unknown, index): Problem[] =>
    value.indexOf(entry) === index
      ? []
      : [problemAt(source, [...path, index], "LF1305", `${shown(entry)} is listed twice; keep one`)],
  );
}
