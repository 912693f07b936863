import { createRequire } from "node:module";
import type * as Elk from "elkjs/lib/elk.bundled.js";
import type { Graph, GraphEdge, GraphNode } from "./graph";
import { labelSize, sizeOf } from "./text-size";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode extends Point {
  readonly node: GraphNode;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly points: readonly Point[];
  /** Upper left corner of its label. */
  readonly label: Point | undefined;
}

/** A picture in which everything has a place; boxes before what is in them. */
export interface Placed {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** The kernel takes a fifth of a second to load, and the map's data and its Markdown go without. */
const load = createRequire(__filename) as (path: string) => typeof Elk;

/** Options of the Eclipse Layout Kernel ("Layout Options", elk reference); coordinates are those of the whole picture. */
const options = {
  flow: {
    "elk.algorithm": "layered",
    "elk.direction": "RIGHT",
    "elk.hierarchyHandling": "INCLUDE_CHILDREN",
    "elk.layered.spacing.nodeNodeBetweenLayers": "60",
    "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
    "elk.spacing.nodeNode": "20",
    "elk.spacing.edgeNode": "14",
    "elk.spacing.edgeEdge": "10",
  },
  boxes: { "elk.algorithm": "rectpacking", "elk.aspectRatio": "1.6", "elk.spacing.nodeNode": "10" },
} as const;

const whole = {
  "elk.json.shapeCoords": "ROOT",
  "elk.json.edgeCoords": "ROOT",
  "elk.padding": "[top=4,left=4,bottom=4,right=4]",
};

/** Room for the name of a box above what is in it. */
const boxPadding = "[top=34,left=12,bottom=12,right=12]";

/** Gives every box a place and every arrow a way, by the Eclipse Layout Kernel: the same for the same graph. */
export async function placed(graph: Graph): Promise<Placed> {
  const known = new Map<string, GraphNode>();
  const layoutOptions = options[graph.layout];
  const asElk = (node: GraphNode): Elk.ElkNode => {
    known.set(node.id, node);
    const { children } = node;
    if (children === undefined || children.length === 0) return { id: node.id, ...sizeOf(node) };
    const nested = graph.layout === "boxes" ? layoutOptions : {};
    return {
      id: node.id,
      layoutOptions: { ...nested, "elk.padding": boxPadding, ...minimumOf(node) },
      children: children.map(asElk),
    };
  };
  const picture: Elk.ElkNode = {
    id: "picture",
    layoutOptions: { ...layoutOptions, ...whole },
    children: graph.nodes.map(asElk),
    edges: graph.edges.map(edgeAsElk),
  };
  const { default: ELK } = load("elkjs/lib/elk.bundled.js");
  const result: Elk.ElkNode = await new ELK().layout(picture);
  return {
    title: graph.title,
    width: Math.ceil(result.width ?? 0),
    height: Math.ceil(result.height ?? 0),
    nodes: (result.children ?? []).flatMap((each) => nodesIn(each, known)),
    edges: graph.edges.map((edge, index) => placedEdge(edge, result.edges?.[index])),
  };
}

/** A box is no narrower than its name. */
function minimumOf(node: GraphNode): Record<string, string> {
  const { width, height } = sizeOf(node);
  return { "elk.nodeSize.constraints": "[MINIMUM_SIZE]", "elk.nodeSize.minimum": `(${width}, ${height})` };
}

function edgeAsElk({ from, to, label }: GraphEdge, index: number): Elk.ElkExtendedEdge {
  const labels = label ? [{ text: label, ...labelSize(label) }] : [];
  return { id: `edge ${index}`, sources: [from], targets: [to], labels };
}

function nodesIn(
  { id, x = 0, y = 0, width = 0, height = 0, children = [] }: Elk.ElkNode,
  known: ReadonlyMap<string, GraphNode>,
): readonly PlacedNode[] {
  const node = known.get(id);
  if (node === undefined) throw new Error(`the layout has a box ${id} that the graph has not`);
  return [{ node, x, y, width, height }, ...children.flatMap((child) => nodesIn(child, known))];
}

function placedEdge(edge: GraphEdge, found: Elk.ElkExtendedEdge | undefined): PlacedEdge {
  const [section] = found?.sections ?? [];
  if (section === undefined) throw new Error(`the layout has no way from ${edge.from} to ${edge.to}`);
  const [label] = found?.labels ?? [];
  return {
    edge,
    points: [section.startPoint, ...(section.bendPoints ?? []), section.endPoint],
    label: label?.x === undefined || label.y === undefined ? undefined : { x: label.x, y: label.y },
  };
}
