import { type Changes, idOf } from "../difference/change";
import { type Flow, flowsOf } from "../model/flows";
import type { MappedEvent, ZoneMap } from "../model/zone-map";
import type { Graph, GraphEdge, GraphNode } from "./graph";

/** Services on their buses; an arrow is events that one publishes and the other takes. */
export function eventGraph({ events }: Pick<ZoneMap, "events">, changes: Changes): Graph {
  return {
    title: "Events between services, bus by bus",
    layout: "flow",
    nodes: busesOf(events).map((bus) => ({
      id: `bus ${bus}`,
      label: `Bus ${bus}`,
      kind: "bus",
      children: servicesOn(events, bus, changes),
    })),
    edges: edgesOf(flowsOf(events), changes),
  };
}

export function busesOf(events: readonly MappedEvent[]): readonly string[] {
  return [...new Set(events.map(({ bus }) => bus))].sort();
}

function servicesOn(events: readonly MappedEvent[], bus: string, changes: Changes): readonly GraphNode[] {
  const all = events
    .filter((each) => each.bus === bus)
    .flatMap(({ publishers, subscribers }) => [...publishers, ...subscribers]);
  return [...new Set(all.map(({ service }) => service))].sort().map((service) => {
    const accounts = [...new Set(all.filter((each) => each.service === service).map(({ account }) => account))];
    const detail = accounts.length === 1 ? (accounts[0] ?? "") : `${accounts.length} accounts`;
    const own = accounts.map((account) => changes.get(idOf.account(account))?.kind);
    const change = own.every((kind) => kind === own[0]) ? own[0] : undefined;
    return { id: nodeOf(bus, service), label: service, detail, kind: "service", change };
  });
}

function nodeOf(bus: string, service: string): string {
  return `${bus}/${service}`;
}

/** Events between the same two services on one line, but for those that a change adds or removes. */
function edgesOf(flows: readonly Flow[], changes: Changes): readonly GraphEdge[] {
  const lines = new Map<string, { edge: GraphEdge; labels: Set<string> }>();
  for (const flow of flows) {
    const change = changes.get(idOf.flow(flow))?.kind;
    const [from, to] = [nodeOf(flow.bus, flow.from), nodeOf(flow.bus, flow.to)];
    const key = JSON.stringify([from, to, change]);
    const line = lines.get(key) ?? { edge: { from, to, change, kind: "event" }, labels: new Set() };
    line.labels.add(flow.event.slice(flow.event.indexOf("/") + 1));
    lines.set(key, line);
  }
  return [...lines.values()].map(({ edge, labels }) => ({ ...edge, label: [...labels].sort().join("\n") }));
}
