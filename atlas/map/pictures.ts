import type { DrawnMap } from "./drawn-map";
import { eventGraph } from "./graph/event-graph";
import type { Graph } from "./graph/graph";
import { placed } from "./graph/layout";
import { logGraph } from "./graph/log-graph";
import { networkGraph } from "./graph/network-graph";
import { serviceGraph } from "./graph/service-graph";
import { asSvg } from "./graph/svg";

/** The map's pictures, each as SVG. */
export interface Pictures {
  readonly network: string;
  readonly events: string;
  readonly logs: string;
  /** By the service's name. */
  readonly services: ReadonlyMap<string, string>;
}

export async function picturesOf({ map, changes }: DrawnMap): Promise<Pictures> {
  const services = new Map<string, string>();
  for (const service of map.services)
    services.set(service.name, await drawn(serviceGraph(service), `service-${service.name}`));
  return {
    network: await drawn(networkGraph(map.network, changes), "network"),
    events: await drawn(eventGraph(map, changes), "events"),
    logs: await drawn(logGraph(map, changes), "logs"),
    services,
  };
}

async function drawn(graph: Graph, id: string): Promise<string> {
  return asSvg(await placed(graph), id);
}
