import { changesOf } from "./difference/compared";
import type { Changes } from "./difference/change";
import { together } from "./difference/together";
import type { ZoneMap } from "./model/zone-map";

/** What is drawn: a map and, where it is compared, what is other than at a revision. */
export interface DrawnMap {
  /** With what a change removes. */
  readonly map: ZoneMap;
  readonly changes: Changes;
  /** The revision it is compared with. */
  readonly base: string | undefined;
}

export function drawnAlone(map: ZoneMap): DrawnMap {
  return { map, changes: new Map(), base: undefined };
}

export function drawnSince(base: string, before: ZoneMap, after: ZoneMap): DrawnMap {
  const changes = new Map(changesOf(before, after).map((change) => [change.id, change]));
  return { map: together(before, after), changes, base };
}
