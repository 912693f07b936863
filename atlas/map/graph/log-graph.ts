import { type Changes, idOf } from "../difference/change";
import type { MappedLog, ZoneMap } from "../model/zone-map";
import type { Graph } from "./graph";

/** Where every kind of log goes. */
export function logGraph({ logs }: Pick<ZoneMap, "logs">, changes: Changes): Graph {
  const holders = [...new Set(logs.map(({ account }) => account ?? own))];
  return {
    title: "Where every log goes",
    layout: "flow",
    nodes: [
      ...logs.map(({ what, from }) => ({
        id: `log ${what}`,
        label: what,
        detail: from.length === 1 ? (from[0] ?? "") : `${from.length} accounts`,
        kind: "log",
        change: changes.get(idOf.log(what))?.kind,
      })),
      ...holders.map((holder) => ({
        id: `holder ${holder}`,
        label: holder,
        kind: "hub",
        children: [...new Set(logs.filter(({ account }) => (account ?? own) === holder).map(placeId))].map((id) => ({
          id,
          label: id.slice(id.indexOf(": ") + 2),
          kind: "place",
        })),
      })),
    ],
    edges: logs.map((log) => ({
      from: `log ${log.what}`,
      to: placeId(log),
      kind: "log",
      change: changes.get(idOf.log(log.what))?.kind,
    })),
  };
}

const own = "each account itself";

function placeId({ account, place }: MappedLog): string {
  return `${account ?? own}: ${place}`;
}
