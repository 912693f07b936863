import { counted } from "../../../audit/report/verdict";
import { type Changes, idOf } from "../difference/change";
import type { Graph, GraphNode } from "../graph/graph";
import { organizationGraph } from "../graph/organization-graph";
import type { ZoneMap } from "../model/zone-map";

/** Mermaid refuses more text than 50,000 characters ("maxTextSize", its configuration), and nobody reads as many boxes. */
const most = 60;

/** Units and accounts; of many accounts those that change, unless these are many too, and how many others there are. */
export function unitGraph(map: ZoneMap, changes: Changes): Graph {
  const whole = organizationGraph(map, changes);
  if (map.accounts.length <= most) return whole;
  const isAccount = ({ kind }: GraphNode): boolean => kind === "account";
  const changed = map.accounts.filter(({ name }) => changes.has(idOf.account(name))).length;
  const isNamed = ({ change }: GraphNode): boolean => changed <= most && change !== undefined;
  const shortened = (node: GraphNode): GraphNode => {
    const { children = [] } = node;
    const kept = children.filter((child) => !isAccount(child) || isNamed(child));
    const others = children.length - kept.length;
    const rest = { id: `${node.id} others`, label: counted(others, "account"), kind: "account" };
    const nodes = kept.map((child) => (isAccount(child) ? child : shortened(child)));
    return { ...node, children: [...nodes, ...(others > 0 ? [rest] : [])] };
  };
  return { ...whole, nodes: whole.nodes.map(shortened) };
}
