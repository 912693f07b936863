import { escaped } from "../../../audit/report/markdown-text";
import type { DrawnMap } from "../drawn-map";
import type { Change } from "../difference/change";
import { eventGraph } from "../graph/event-graph";
import type { Graph } from "../graph/graph";
import { logGraph } from "../graph/log-graph";
import { networkGraph } from "../graph/network-graph";
import { asMermaid } from "./mermaid";
import { unitGraph } from "./unit-graph";

/** The map as Markdown with Mermaid, as GitHub draws it in a pull request; what a change does comes first. */
export function asMarkdown({ map, changes, base }: DrawnMap): string {
  const graphs: readonly (readonly [string, Graph])[] = [
    ["Organization", unitGraph(map, changes)],
    ["Network", networkGraph(map.network, changes)],
    ["Events", eventGraph(map, changes)],
    ["Logs", logGraph(map, changes)],
  ];
  return [
    `## Map of ${escaped(map.organization)}`,
    "",
    ...(base === undefined ? [] : changeLines([...changes.values()], base)),
    ...graphs.flatMap(([heading, graph]) =>
      graph.nodes.length === 0 ? [] : [`### ${heading}`, "", asMermaid(graph), ""],
    ),
  ].join("\n");
}

function changeLines(changes: readonly Change[], base: string): readonly string[] {
  if (changes.length === 0) return [`Nothing on the map is other than at ${escaped(base)}.`, ""];
  return [
    `${changes.length} change${changes.length === 1 ? "" : "s"} since ${escaped(base)}:`,
    "",
    "| what | of | how |",
    "|---|---|---|",
    ...changes.map(({ id, kind, words }) => `| ${kind} | ${escaped(id)} | ${escaped(words)} |`),
    "",
  ];
}
