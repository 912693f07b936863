import { type Changes, idOf } from "../difference/change";
import type { Graph, GraphNode } from "../graph/graph";
import { organizationGraph } from "../graph/organization-graph";
import type { ZoneMap } from "../model/zone-map";

/** Mermaid refuses more text than 50,000 characters ("maxTextSize", its configuration), and nobody reads as many boxes. */
const most = 60;

/** Units and accounts; of many accounts those that change, and how many others there are. */
export function unitGraph(map: ZoneMap, changes: Changes): Graph {
  const whole = organizationGraph(map, changes);
  if (map.accounts.length <= most) return whole;
  const isAccount = ({ kind }: GraphNode): boolean => kind === "account";
  const shortened = (node: GraphNode): GraphNode => {
    const { children = [] } = node;
    const kept = children.filter((child) => !isAccount(child) || child.change !== undefined);
    const others = children.length - kept.length;
    const rest = { id: `${node.id} others`, label: `${others} account${others === 1 ? "" : "s"}`, kind: "account" };
    const nodes = kept.map((child) => (isAccount(child) ? child : shortened(child)));
    return { ...node, children: [...nodes, ...(others > 0 ? [rest] : [])] };
  };
  const changed = map.accounts.filter(({ name }) => changes.has(idOf.account(name))).length;
  return changed > most ? shortenedWholly(whole) : { ...whole, nodes: whole.nodes.map(shortened) };
}

/** Numbers alone. */
function shortenedWholly(graph: Graph): Graph {
  const counted = (node: GraphNode): GraphNode => {
    const { children = [] } = node;
    const accounts = children.filter(({ kind }) => kind === "account").length;
    const rest = { id: `${node.id} accounts`, label: `${accounts} accounts`, kind: "account" };
    const units = children.filter(({ kind }) => kind !== "account").map(counted);
    return { ...node, children: [...units, ...(accounts > 0 ? [rest] : [])] };
  };
  return { ...graph, nodes: graph.nodes.map(counted) };
}
