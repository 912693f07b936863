import { type Changes, idOf } from "../difference/change";
import type { MappedUnit, ZoneMap } from "../model/zone-map";
import type { Graph, GraphNode } from "./graph";

/** Units in units, and the accounts in them. */
export function organizationGraph({ units, accounts }: ZoneMap, changes: Changes): Graph {
  const unit = ({ path, guardrails }: MappedUnit): GraphNode => ({
    id: idOf.unit(path),
    label: `${path.slice(path.lastIndexOf("/") + 1)}${guardrails.length === 0 ? "" : ` · ${guardrails.length} guardrail${guardrails.length === 1 ? "" : "s"}`}`,
    kind: "unit",
    change: changes.get(idOf.unit(path))?.kind,
    children: [
      ...accounts
        .filter((account) => account.unit === path)
        .map(({ name, owner }) => ({
          id: idOf.account(name),
          label: name,
          detail: owner,
          kind: "account",
          change: changes.get(idOf.account(name))?.kind,
        })),
      ...units.filter(({ parent }) => parent === path).map(unit),
    ],
  });
  const [root] = units;
  return {
    title: "Organizational units and accounts",
    layout: "boxes",
    nodes: root ? [unit(root)] : [],
    edges: [],
  };
}
