import { internet } from "../../../network/reachability/outside";
import { type Changes, idOf } from "../difference/change";
import type { NetworkGroup, NetworkPicture, Reaches } from "../model/network";
import type { Graph, GraphEdge } from "./graph";

/** Route domains and what is around them; an arrow says that connections come about. */
export function networkGraph({ hub, groups, reaches }: NetworkPicture, changes: Changes): Graph {
  return {
    title: "Route domains, the hub, and who reaches whom",
    layout: "flow",
    nodes: [
      ...groups.map((group) => ({
        id: group.name,
        label: group.name,
        detail: groupDetail(group),
        kind: group.members.every(({ kind }) => kind === "on premises") ? "premises" : "domain",
        change: changes.get(idOf.group(group.name))?.kind,
      })),
      {
        id: "hub",
        label: "Hub",
        kind: "hub",
        children: hub.map(({ name, ranges, detail }) => ({
          id: name,
          label: `${name} VPC`,
          detail: [ranges.join(", "), detail].filter(Boolean).join(" · "),
          kind: "hub-vpc",
        })),
      },
      ...(reaches.some(({ to }) => to === internet) ? [{ id: internet, label: "Internet", kind: "internet" }] : []),
    ],
    edges: edgesOf(reaches, changes),
  };
}

function groupDetail({ members }: NetworkGroup): string {
  const [only] = members;
  if (members.length === 1 && only) return `${only.name} · ${only.ranges.join(", ")}`;
  return `${members.length} networks`;
}

/** One line for both directions. */
function edgesOf(reaches: readonly Reaches[], changes: Changes): readonly GraphEdge[] {
  const has = (from: string, to: string): boolean => reaches.some((each) => each.from === from && each.to === to);
  return reaches.flatMap(({ from, to, inspected }): GraphEdge[] => {
    const both = from !== to && has(to, from);
    if (both && from > to) return [];
    const change = (changes.get(idOf.reach(from, to)) ?? changes.get(idOf.reach(to, from)))?.kind;
    const label = inspected ? "through the firewall" : from === to ? "each other" : "";
    return [{ from, to, both, change, label, kind: inspected ? "inspected" : "reach" }];
  });
}
