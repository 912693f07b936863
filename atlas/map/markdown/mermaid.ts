import { type Graph, type GraphEdge, type GraphNode, saidOf } from "../graph/graph";
import type { ChangeKind } from "../difference/change";

/** What Mermaid draws differently: the colours of the map's own pictures, which are read on light and on dark. */
const looks: Readonly<Record<ChangeKind, string>> = {
  added: "stroke:#1a7f37,stroke-width:3px",
  removed: "stroke:#b3261e,stroke-width:3px,stroke-dasharray:4 3",
  moved: "stroke:#0b57d0,stroke-width:3px",
  changed: "stroke:#b26b00,stroke-width:3px",
};

/** A graph as a Mermaid flowchart ("Flowcharts - Basic Syntax", Mermaid documentation). */
export function asMermaid({ nodes, edges, layout }: Graph): string {
  const numbers = new Map<string, string>();
  const idOf = (id: string): string => {
    const number = numbers.get(id) ?? `n${numbers.size}`;
    numbers.set(id, number);
    return number;
  };
  const lines = [
    `flowchart ${layout === "flow" ? "LR" : "TB"}`,
    ...nodes.flatMap((node) => nodeLines(node, idOf, "  ")),
    ...edges.map((edge) => `  ${edgeText(edge, idOf)}`),
    ...styles(nodes, idOf),
    ...edges.flatMap(({ change }, index) => (change ? [`  linkStyle ${index} ${looks[change]}`] : [])),
  ];
  return ["```mermaid", ...lines, "```"].join("\n");
}

function nodeLines(node: GraphNode, idOf: (id: string) => string, indent: string): readonly string[] {
  const { id, detail, children } = node;
  // A subgraph with nothing in it is drawn as a box, by some versions of Mermaid and not by others.
  if (children === undefined || children.length === 0)
    return [`${indent}${idOf(id)}["${text(saidOf(node))}${detail ? `<br>${text(detail)}` : ""}"]`];
  return [
    `${indent}subgraph ${idOf(id)}["${text(saidOf(node))}"]`,
    ...children.flatMap((child) => nodeLines(child, idOf, `${indent}  `)),
    `${indent}end`,
  ];
}

function edgeText({ from, to, label, both, kind, change }: GraphEdge, idOf: (id: string) => string): string {
  const arrow = kind === "inspected" ? (both ? "<-.->" : "-.->") : both ? "<-->" : "-->";
  const words = [label?.replaceAll("\n", ", "), change].filter(Boolean).join(" · ");
  return `${idOf(from)} ${arrow}${words === "" ? "" : `|"${text(words)}"|`} ${idOf(to)}`;
}

function styles(nodes: readonly GraphNode[], idOf: (id: string) => string): readonly string[] {
  return nodes.flatMap(({ id, change, children = [] }) => [
    ...(change ? [`  style ${idOf(id)} ${looks[change]}`] : []),
    ...styles(children, idOf),
  ]);
}

/** Mermaid reads entities, and nothing else, between quotation marks ("Entity codes to escape characters"). */
function text(words: string): string {
  return words.replace(/["#<>&|]/g, (character) => `#${character.charCodeAt(0)};`);
}
